/** Drawn on a 24 × 24 grid with a 2 px line, in the colour of the text. Always beside a word or under a label. */
const paths = {
  close: "M6 6l12 12M18 6L6 18",
  check: "M4 12.5l5.5 5.5L20 6.5",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  previous: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  down: "M5 9l7 7 7-7",
  undo: "M9 6L4 11l5 5M4 11h10.5a5 5 0 0 1 0 10H11",
  pencil: "M4 20l1-5L16 4l4 4L9 19l-5 1zM14 6l4 4",
  trash: "M4 7h16M10 4h4M6 7l1 13h10l1-13M10 11v5M14 11v5",
  send: "M4 12l16-8-6 17-3-7-7-2z",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M17.5 14.3c2.3.7 3.7 2.6 4 5.7",
  share: "M12 15V4M7.5 8L12 3.5 16.5 8M5 13v7h14v-7",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  unlock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 6.8-1",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
  offline: "M3 3l18 18M8.5 6.2A6 6 0 0 1 17.6 10a4.5 4.5 0 0 1 2.6 7.4M16 19H7a4.5 4.5 0 0 1-.7-8.9",
  saving: "M12 4v4M12 16v4M4 12h4M16 12h4M6.3 6.3l2.9 2.9M14.8 14.8l2.9 2.9",
  alert: "M12 3.5l9.5 17h-19zM12 10v4.5M12 17.4v.2",
  copy: "M8 8h12v12H8zM4 16V4h12",
  list: "M9 6h11M9 12h11M9 18h11M4 6h.5M4 12h.5M4 18h.5",
  board: "M3 5h18v14H3zM3 10h18M9 10v9",
  phone: "M7 2.5h10v19H7zM11 18.5h2",
  screen: "M3 4h18v12H3zM8 20h8M12 16v4",
  menu: "M4 7h16M4 12h16M4 17h16",
  globe:
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3.5 9.5h17M3.5 14.5h17M12 3c3 3.2 3 14.8 0 18M12 3c-3 3.2-3 14.8 0 18",
} as const;
export type IconName = keyof typeof paths;

export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
