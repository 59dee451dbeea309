import type { StepView } from "@ontsecretaressen/domain/session";

// Drawn by hand, each a little off: 100 wide, 80 high.
const SHAPES = [
  "M5 47C1 28 19 9 46 6c27-3 49 12 50 33 1 22-22 34-47 35C25 75 9 66 5 47z",
  "M7 38C11 17 34 3 58 7c23 4 39 17 37 38-2 20-25 31-50 29C21 72 3 59 7 38z",
  "M4 44c2-16 14-22 27-31 14-9 37-9 51 1 13 9 18 26 10 41-8 14-28 20-48 19C22 73 2 63 4 44z",
  "M6 33C12 14 31 9 50 8c22-1 40 7 44 25 4 19-9 33-30 39-21 5-44 2-53-11-6-8-8-17-5-28z",
] as const;

const MARK = [
  { d: "M1 26c0-4 4-7 9-7s9 3 9 6-4 6-10 6-8-2-8-5z", light: "#0b4b57" },
  { d: "M17 16c1-4 4-6 8-5 4 0 7 2 7 5s-4 5-8 5-7-2-7-5z", light: "#3f8089" },
  { d: "M31 6c0-3 3-5 6-4s6 2 5 5-3 4-6 4-5-2-5-5z", light: "#e3a02c" },
] as const;

/** The mark: three stones, rising. */
export const Mark = () => (
  <svg viewBox="0 0 44 32" aria-hidden="true">
    {MARK.map((stone) => (
      <path d={stone.d} />
    ))}
  </svg>
);

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -6 46 44">${MARK.map(
  (stone) => `<path fill="${stone.light}" d="${stone.d}"/>`,
).join("")}</svg>`;

/** The mark as an address that a `link rel=icon` can hold. */
export const iconUrl = `data:image/svg+xml,${icon
  .replaceAll('"', "'")
  .replaceAll("#", "%23")
  .replaceAll("<", "%3C")
  .replaceAll(">", "%3E")}`;

/** A person's own stone: the same name always gives the same one. */
export const Pebble = ({ name }: { name: string }) => {
  const hash = hashOf(name);
  return (
    <svg class={`p${hash % 3}`} viewBox="0 0 100 80" aria-hidden="true">
      <path d={shapeAt(hash >> 2)} />
    </svg>
  );
};

/** One stone of the plan with its number. */
export const StepStone = ({ position }: { position: number }) => (
  <svg class="stone" viewBox="-4 -4 108 88" aria-hidden="true">
    <path d={shapeAt(position)} />
    <path class="pen" d={`${shapeAt(position)}M24 63q22 10 47-1M34 70q16 5 28 0`} />
    <text x="50" y="51">
      {position}
    </text>
  </svg>
);

const TRAIL = [
  { at: "translate(14 168) scale(1.75)", shape: 1 },
  { at: "translate(212 108) scale(1.4) rotate(-3)", shape: 2 },
  { at: "translate(366 40) scale(1.05) rotate(4)", shape: 3 },
] as const;

/** The step plan as a picture: a path of three stones. `here` is the step that this page is about. */
export const StonePath = ({ here = null }: { here?: StepView["position"] | null }) => (
  <svg class="path" viewBox="0 0 500 320" aria-hidden="true">
    <path class="walk" d="M4 312C70 330 180 250 236 196S380 120 424 76s40-56 72-70" />
    {TRAIL.map((stone, index) => (
      <g transform={stone.at} class={here === index + 1 ? "here" : undefined}>
        <path d={shapeAt(stone.shape)} />
        <path class="pen" d={`${shapeAt(stone.shape)}M24 63q22 10 47-1M34 70q16 5 28 0`} />
      </g>
    ))}
  </svg>
);

function shapeAt(index: number): string {
  return SHAPES[index % SHAPES.length] ?? SHAPES[0];
}

function hashOf(text: string): number {
  let hash = 7;
  for (let index = 0; index < text.length; index += 1) hash = (hash * 31 + text.charCodeAt(index)) & 0xffffff;
  return hash;
}
