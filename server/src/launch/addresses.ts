import type { NetworkInterfaceInfo } from "node:os";
import { renderUnicodeCompact } from "uqr";

/** Where people reach the server: on this machine, and from others on the same network (or the public address). */
export interface Addresses {
  readonly local: string;
  readonly network: string | undefined;
}

/** What `os.networkInterfaces()` gives. */
export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

const everywhere = ["0.0.0.0", "[::]"];
const onlyHere = ["127.0.0.1", "localhost", "[::1]"];

/**
 * The addresses of a server.
 * @param listening the address it listens on, such as `http://0.0.0.0:3000`
 * @param publicUrl the address given out instead, when the operator set one (without a slash at the end)
 */
export function addressesOf(listening: URL, publicUrl: string | null, interfaces: Interfaces): Addresses {
  const { hostname, port, origin } = listening;
  const at = (host: string): string => `http://${host}${port === "" ? "" : `:${port}`}`;
  const local = everywhere.includes(hostname) ? at("localhost") : origin;
  if (publicUrl !== null) return { local, network: publicUrl };
  if (onlyHere.includes(hostname)) return { local, network: undefined };
  if (!everywhere.includes(hostname)) return { local, network: origin };
  const address = outwardAddress(interfaces);
  return { local, network: address === undefined ? undefined : at(address) };
}

/** What the terminal shows when the server is ready: the addresses, and a QR code of the one that phones can reach. */
export function welcome({ local, network }: Addresses): string {
  if (network === undefined) return `\n  on this machine:  ${local}\n`;
  const code = renderUnicodeCompact(network, { border: 2 }).replaceAll(/^/gm, "  ");
  return `\n  on this machine:  ${local}\n  on the network:   ${network}\n\n${code}\n`;
}

/** The first IPv4 address others can reach; those of virtual networks (containers, machines) come last. */
function outwardAddress(interfaces: Interfaces): string | undefined {
  const named = Object.entries(interfaces).flatMap(([name, infos]) =>
    (infos ?? [])
      .filter(({ family, internal, address }) => family === "IPv4" && !internal && !isLinkLocal(address))
      .map(({ address }) => ({ name, address })),
  );
  const isVirtual = (name: string): boolean => /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|utun)/.test(name);
  return (named.find(({ name }) => !isVirtual(name)) ?? named[0])?.address;
}

function isLinkLocal(address: string): boolean {
  return address.startsWith("169.254.");
}
