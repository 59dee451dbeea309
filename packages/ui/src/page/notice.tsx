import type { Child } from "hono/jsx";

/** Calm news on top of what follows, read aloud when it appears. */
export const Notice = ({ children }: { children?: Child }) => (
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an output element may not hold paragraphs
  <div class="thanks" role="status">
    {children}
  </div>
);
