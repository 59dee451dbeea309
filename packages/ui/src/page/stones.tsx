import { hashOf } from "@ontsecretaressen/domain/text";

// Drawn by hand, each a little off: 100 wide, 80 high.
const SHAPES = [
  "M3 55C1 43 10 33 19 24 28 14 46 9 61 13c13 3 27 12 33 25 5 12 2 24-9 30-10 5-24 6-38 6-15 0-32 0-39-6-3-3-4-8-5-13z",
  "M6 60C-1 49 5 36 15 29c9-6 15-15 29-18 17-4 31 2 40 12 9 9 15 20 12 32-3 11-15 15-28 17-17 2-34 4-48 1-6-1-11-6-14-13z",
  "M4 47c1-11 9-16 19-20 12-5 20-12 35-11 14 1 24 7 31 17 7 9 9 20 4 29-5 8-17 10-31 11-18 1-38 3-49-5-6-5-10-12-9-21z",
] as const;

const HATCH =
  "M62 68l7-6M69 67l9-8M77 65l9-9M85 60l5-6M24 38c4-6 9-10 15-12M19 48h.1M28 46h.1M35 35h.1M47 24h.1";

/** The outlines of the mark, 44 wide and 32 high. */
export const MARK = [
  "M0 26c0-4 4-7 10-7s9 2 9 6-4 6-10 6-9-2-9-5z",
  "M17 15c0-4 4-6 8-6s8 2 8 5-4 6-8 6-8-2-8-5z",
  "M31 5c0-3 3-5 7-5s6 2 6 4-3 5-7 5-6-2-6-4z",
] as const;

/** The mark: three stones, rising. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 44 32" aria-hidden="true">
    {MARK.map((stone) => (
      <path d={stone} />
    ))}
  </svg>
);

// As small as it is seen there, two tones are enough.
const icon = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 44 32'><path fill='#0b4b57' d='${MARK[0]}${MARK[1]}'/><path fill='#edb041' d='${MARK[2]}'/></svg>`;

/** The mark as an address that a `link rel=icon` can hold. */
export const iconUrl = `data:image/svg+xml,${icon.replaceAll("#", "%23").replaceAll("<", "%3C").replaceAll(">", "%3E")}`;

// Small and many on a page, so drawn with as few strokes as can be.
const PEBBLES = [
  "M4 46C7 21 35 13 60 16c25 3 41 24 33 45-5 13-22 10-39 10C27 71 1 71 4 46z",
  "M6 54C2 30 36 6 64 13c24 6 39 33 27 46-9 10-27 9-44 9C28 68 9 70 6 54z",
] as const;

/** A person's own stone: the same name always gives the same one. */
export const Pebble = ({ name }: { name: string }) => {
  const hash = hashOf(name);
  return (
    <svg class={`t${hash % 3}`} viewBox="0 0 100 80" aria-hidden="true">
      <path d={PEBBLES[(hash >> 2) % 2]} />
    </svg>
  );
};

const Drawn = ({ shape }: { shape: number }) => (
  <>
    <path d={shapeAt(shape)} />
    <path class="pen" d={shapeAt(shape)} pathLength="100" stroke-dasharray="58 2 37 3" />
    <path class="pen" d={HATCH} />
  </>
);

/** One stone of the plan with its number, and the dotted way on to the next. Its tone is its own unless one is given. */
export const StepStone = ({
  position,
  isLast,
  tone = `t${position % 3}`,
}: {
  position: number;
  isLast: boolean;
  tone?: string;
}) => (
  <>
    <svg class={`stone ${tone}`} viewBox="-2 4 104 76" aria-hidden="true">
      <Drawn shape={position - 1} />
      <text x="49" y="53">
        {position}
      </text>
    </svg>
    {!isLast && (
      <svg class="way" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <path d="M0 96C45 106 50 0 100 4" vector-effect="non-scaling-stroke" />
      </svg>
    )}
  </>
);

const PLACES = [
  "translate(22 196) scale(1.9)",
  "translate(236 112) scale(1.55)",
  "translate(404 46) scale(1.15)",
] as const;

const GRASS = "M0 0q-1-9-6-14M3 0q0-10 1-19M6 0q1-8 7-12";

/** The step plan as a picture: a path of three stones. `here` is the step that this page is about. */
export const StonePath = ({ here = null }: { here?: number | null }) => (
  <svg class="path" viewBox="6 20 532 344" aria-hidden="true">
    <path class="walk" d="M8 356C90 362 160 300 226 240S380 170 440 104 500 50 534 24" />
    <path class="pen grass" transform="translate(236 350) scale(1.5)" d={GRASS} />
    <path class="pen grass" transform="translate(196 176) scale(1.2)" d={GRASS} />
    <path class="pen grass" transform="translate(414 226) scale(1.3)" d={GRASS} />
    <path class="pen grass" transform="translate(380 76) scale(.9)" d={GRASS} />
    {PLACES.map((place, index) => (
      <g transform={place} class={toneOf(index + 1, here)}>
        <Drawn shape={index} />
      </g>
    ))}
  </svg>
);

/** Behind you, here, and still to come look different in line as well as in colour. */
function toneOf(position: number, here: number | null): string {
  if (here === null) return `t${position % 3}`;
  if (position === here) return "t0 here";
  return position < here ? "t2" : "ahead";
}

function shapeAt(index: number): string {
  return SHAPES[index % SHAPES.length] ?? SHAPES[0];
}
