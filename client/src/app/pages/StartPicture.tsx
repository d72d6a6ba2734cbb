import styles from "./StartPicture.module.css";

/** A piece of a board: cards, two circles and their marks. Says nothing that the words beside it don't. */
export function StartPicture() {
  return (
    <svg
      viewBox="0 0 520 340"
      preserveAspectRatio="xMaxYMid meet"
      className={styles.picture}
      aria-hidden="true"
      focusable="false"
    >
      <rect x="1" y="1" width="518" height="338" rx="14" className={styles.paper} />
      <circle cx="352" cy="128" r="104" className={styles.first} />
      <circle cx="138" cy="230" r="84" className={styles.second} />
      <text x="352" y="56" className={styles.number}>
        1
      </text>
      <text x="138" y="176" className={styles.number}>
        2
      </text>
      <Card x={272} y={72} kind="association" lines={[66, 44]} />
      <Card x={326} y={136} kind="institution" lines={[56, 64]} />
      <Card x={72} y={188} kind="place" lines={[62]} />
      <Card x={100} y={244} kind="enthusiast" lines={[54, 36]} />
      <g transform="translate(376 252) rotate(-4)">
        <Card x={0} y={0} kind="none" lines={[60, 42]} lifted />
      </g>
      <path
        className={styles.heart}
        d="M56 74c-9-8-24-6-24 8 0 13 15 22 24 30 9-8 24-17 24-30 0-14-15-16-24-8z"
      />
      <path
        className={styles.star}
        d="M142 66l7.500 15.300 16.900 2.400-12.200 11.900 2.900 16.800-15.100-7.900-15.100 7.900 2.900-16.800-12.200-11.900 16.900-2.400z"
      />
    </svg>
  );
}

interface CardProps {
  readonly x: number;
  readonly y: number;
  readonly kind: "institution" | "association" | "enthusiast" | "place" | "none";
  /** Widths of the lines that stand for words. */
  readonly lines: readonly number[];
  readonly lifted?: boolean;
}

function Card({ x, y, kind, lines, lifted = false }: CardProps) {
  return (
    <g transform={`translate(${x} ${y})`} className={lifted ? styles.lifted : undefined}>
      <rect width="104" height="54" rx="5" className={styles[kind]} />
      <rect width="10" height="54" rx="4" className={styles[`${kind}Stripe`]} />
      {lines.map((width, index) => (
        <rect
          key={width}
          x="20"
          y={11 + index * 13}
          width={width}
          height="7"
          rx="3.500"
          className={styles.line}
        />
      ))}
      <rect x="20" y="41" width="28" height="4" rx="2" className={styles.quiet} />
    </g>
  );
}
