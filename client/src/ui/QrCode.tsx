import { useMemo } from "react";
import { encode } from "uqr";
import styles from "./QrCode.module.css";

interface QrCodeProps {
  readonly text: string;
  /** What it leads to, in words. */
  readonly label: string;
  /** CSS px; leave out to fill the width there is. */
  readonly size?: number;
}

/** Always dark on white with a quiet zone of four modules, or phones can't read it in dark mode. */
export function QrCode({ text, label, size }: QrCodeProps) {
  const { edge, path } = useMemo(() => {
    const { data } = encode(text, { ecc: "M", border: 4 });
    const rows = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")).join(""));
    return { edge: data.length, path: rows.join("") };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.code}
      viewBox={`0 0 ${edge} ${edge}`}
      shapeRendering="crispEdges"
      {...(size === undefined ? {} : { width: size, height: size })}
    >
      <path fill="#ffffff" d={`M0 0h${edge}v${edge}h-${edge}z`} />
      <path fill="#000000" d={path} />
    </svg>
  );
}
