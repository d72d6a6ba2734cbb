/** How many cases a fuzz test runs: few in `npx pnpm@12 test`, many with `ABUSE=long`. */
export const amount = ({ short, long }: { short: number; long: number }): number =>
  process.env["ABUSE"] === "long" ? long : short;
