// What the runs of one isolate know of each other. Many writes at once ask for many runs, and each would fight the
// writes themselves for the database's lock; the next takes in one go what came during this one. A run that is cut off
// never says so: its turn ends by itself.
const TURNS = 2;
const TURN_MS = 30_000;
// Only beside a run that takes long, for the mail service can be slow, there is a second one.
const LONG_MS = 1000;
const LOOK_AGAIN_MS = 50;

const turnsEnd = new Set<number>();
let emptiedAt = 0;

/**
 * Runs `drain` when it is this run's turn: one at a time, or two when the first takes long; not at all when another run has
 * since found nothing more to send. `drain` gives the moment at which nothing was left, or null.
 */
export async function takeTurn(now: () => Date, drain: () => Promise<Date | null>): Promise<void> {
  const askedAt = now().getTime();
  while (isFull(now().getTime())) {
    if (emptiedAt > askedAt || now().getTime() > askedAt + TURN_MS) return;
    await new Promise<void>((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  if (emptiedAt > askedAt) return;
  // A fraction keeps two turns that start in the same millisecond apart.
  const turnEnd = now().getTime() + TURN_MS + Math.random();
  turnsEnd.add(turnEnd);
  try {
    const emptied = await drain();
    emptiedAt = Math.max(emptiedAt, emptied?.getTime() ?? 0);
  } finally {
    turnsEnd.delete(turnEnd);
  }
}

function isFull(now: number): boolean {
  for (const end of turnsEnd) if (end < now) turnsEnd.delete(end);
  const begunLately = now + TURN_MS - LONG_MS;
  return turnsEnd.size >= TURNS || [...turnsEnd].some((end) => end > begunLately);
}
