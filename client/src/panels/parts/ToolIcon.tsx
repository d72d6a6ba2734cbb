import type { ReactNode } from "react";
import { Icon, type IconName } from "../../ui/Icon.tsx";

/**
 * Drawn on 24 × 24, lines of 2, in the text's own colour. Made anew at each use: an element that is kept holds the whole page it was first
 * shown on, long after that is gone.
 */
const shapes = {
  select: () => <path d="m5 3 14 8-6.2 1.8L9.5 19z" />,
  hand: () => (
    <path d="M7.5 12V6.2a1.5 1.5 0 0 1 3 0V11m0-.6V4.7a1.5 1.5 0 0 1 3 0V11m0-4.6a1.5 1.5 0 0 1 3 0V12m0-2.6a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6h-1.6a6 6 0 0 1-4.6-2.2L3.6 14.300a1.6 1.6 0 0 1 2.4-2L7.500 14" />
  ),
  card: () => <path d="M4 5h16v11.500L15.500 20H4zM12 8.500v6M9 11.500h6" />,
  resource: () => (
    <path d="M12 20S4 14.800 4 9.200A4.200 4.200 0 0 1 12 7.100a4.200 4.200 0 0 1 8 2.100C20 14.800 12 20 12 20z" />
  ),
  challenge: () => (
    <path d="m12 3.500 2.600 5.600 6 .7-4.500 4.100 1.200 6-5.300-3-5.300 3 1.200-6-4.500-4.100 6-.7z" />
  ),
  note: () => <path d="M5 4h14v10l-5 6H5zM19 14h-5v6" />,
  text: () => <path d="M5 7V4.500h14V7M12 4.500V19.500M9 19.500h6" />,
  pen: () => (
    <path d="M4 20l1.200-4.500L16 4.700a1.700 1.700 0 0 1 2.400 0l.9.9a1.700 1.700 0 0 1 0 2.400L8.500 18.800zM14 6.700l3.300 3.300" />
  ),
  marker: () => <path d="M9 14.500 6 17.500 9.500 18l1.500-1.500M9 14.500l7.500-10 4 3L13 17.500zM3 21h18" />,
  eraser: () => (
    <path d="M8.500 19.500 3.700 14.700a1.500 1.500 0 0 1 0-2.100l8.400-8.400a1.500 1.500 0 0 1 2.100 0l5.600 5.600a1.500 1.500 0 0 1 0 2.100l-7.600 7.600zM8 8.500l7.500 7.500M8.500 19.500h12" />
  ),
  arrow: () => <path d="M5 19 19 5M10 5h9v9" />,
  line: () => <path d="M5 19 19 5" />,
  straight: () => <path d="M4 12h16" />,
  curve: () => <path d="M4 18C6 4 18 4 20 18" />,
  kink: () => <path d="M4 18 12 6l8 12" />,
  rectangle: () => <path d="M4 6h16v12H4z" />,
  ellipse: () => (
    <path d="M12 5.500c5 0 8.500 2.900 8.500 6.500s-3.500 6.500-8.500 6.500S3.500 15.600 3.500 12 7 5.500 12 5.500z" />
  ),
  frame: () => <path d="M7.500 3v18M16.500 3v18M3 7.500h18M3 16.500h18" />,
  picture: () => <path d="M4 5h16v14H4zM4 16l4.500-4.500 4 4 2.500-2.500L20 17.500M14.500 9.500h.1" />,
  front: () => (
    <>
      <path d="M20 9v11H9" />
      <path d="M4 4h12v12H4z" fill="currentColor" />
    </>
  ),
  back: () => (
    <>
      <path d="M4 4h12v12H4z" />
      <path d="M20 9v11H9" strokeWidth="4" />
    </>
  ),
  group: () => <path d="M6 6h6v6H6zM12 12h6v6h-6zM3 5V3h2M19 3h2v2M21 19v2h-2M5 21H3v-2" />,
  ungroup: () => <path d="M4 4h7v7H4zM13 13h7v7h-7zM15 4l5 5M20 4l-5 5" />,
  redo: () => <path d="m16 5 4 4-4 4M20 9h-9.500a5.500 5.500 0 0 0 0 11H16" />,
  fit: () => <path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5" />,
  up: () => <path d="m5 15 7-7 7 7" />,
  down: () => <path d="m5 9 7 7 7-7" />,
  play: () => <path d="M7 4.500v15l12-7.500z" />,
  pause: () => <path d="M8 5v14M16 5v14" />,
  reset: () => <path d="M5 4v5h5M5.600 9A7.500 7.500 0 1 1 4.500 13" />,
  sound: () => <path d="M4 10v4h3.500L12 18V6l-4.500 4zM15.500 9a4 4 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11" />,
  mute: () => <path d="M4 10v4h3.500L12 18V6l-4.500 4zM16 9.500l5 5M21 9.500l-5 5" />,
  gather: () => (
    <path d="M12 3v6m-3-3 3 3 3-3M12 21v-6m-3 3 3-3 3 3M3 12h6m-3-3 3 3-3 3M21 12h-6m3-3-3 3 3 3" />
  ),
  private: () => (
    <path d="M4 4l16 16M9.900 5.300A9.500 9.500 0 0 1 21.500 12a11 11 0 0 1-2.600 3.600M6.300 7.200A11 11 0 0 0 2.500 12 10 10 0 0 0 15 17.800M10 10a2.800 2.800 0 0 0 4 4" />
  ),
  focus: () => <path d="M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v3M12 19v3M2 12h3M19 12h3" />,
  plan: () => (
    <path d="M8 6h12M8 12h12M8 18h12M3.500 6l1 1 1.500-2M3.500 12l1 1 1.500-2M3.500 18l1 1 1.500-2" />
  ),
  tidy: () => <path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z" />,
  laser: () => (
    <path d="M4 20 13 11M16 8h.1M16 3v1.500M16 11.500V13M21 8h-1.500M12.500 8H11M19.500 4.500l-1 1M12.500 4.500l1 1M19.500 11.500l-1-1" />
  ),
  like: () => (
    <path d="M4 11h3.500v9H4zM7.500 11 11 4a2.300 2.300 0 0 1 2.300 2.700L13 9.500h5a2 2 0 0 1 2 2.400l-1.200 6.500A2 2 0 0 1 16.800 20H7.500" />
  ),
  heart: () => (
    <path d="M12 20S4 14.800 4 9.200A4.200 4.200 0 0 1 12 7.100a4.200 4.200 0 0 1 8 2.100C20 14.800 12 20 12 20z" />
  ),
  question: () => <path d="M8.500 9a3.500 3.500 0 1 1 5 3.200c-1 .5-1.500 1.100-1.500 2.300M12 18.500h.1" />,
  speak: () => <path d="M4 5h16v11h-8.500L7 20v-4H4zM8 10.500h.1M12 10.500h.1M16 10.500h.1" />,
  merge: () => <path d="M6 4v4a5 5 0 0 0 5 5h1M18 4v4a5 5 0 0 1-5 5h-1M12 13v7m-3-3 3 3 3-3" />,
} as const;

type ToolShape = keyof typeof shapes;
export type ToolIconName = ToolShape | IconName;

const isToolShape = (name: ToolIconName): name is ToolShape => name in shapes;

/** The board's own pictures, and all of the common ones. Decorative: the name belongs to what it stands in. */
export function ToolIcon({
  name,
  size = 22,
}: {
  readonly name: ToolIconName;
  readonly size?: number;
}): ReactNode {
  if (!isToolShape(name)) return <Icon name={name} size={size} />;
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
      {shapes[name]()}
    </svg>
  );
}
