import { DatabaseUnavailable } from "./unavailable.ts";

// The database writes one at a time, and is fastest when it is asked so: a crowd at its door makes writers wait until
// they give up, and one that gave up can hold the lock for seconds. So the crowd stands in line here, in its isolate.
const AT_ONCE = 2;
const LONGEST_WAIT_MS = 60_000;
const LOOK_AGAIN_MS = 4;
// Five hundred who all look every moment keep the one whose turn it is from her work: who stands far back looks less often.
const LOOK_AGAIN_PER_PLACE_MS = 0.5;
const LOOK_AGAIN_AT_MOST_MS = 400;
// Whoever is cut off neither leaves the line nor says so.
const GONE_AFTER_MS = 1000;
const CUT_OFF_AFTER_MS = 30_000;

type Waiting = { seenAt: number };
type Turn = { until: number };

const line: Waiting[] = [];
const writing = new Set<Turn>();

/** Does a write when it is its turn, in the order in which they came. Refuses when that would take more than a minute. */
export async function inTurn<Value>(write: () => Promise<Value>): Promise<Value> {
  const turn = await takeTurn();
  try {
    return await write();
  } finally {
    writing.delete(turn);
  }
}

async function takeTurn(): Promise<Turn> {
  const own: Waiting = { seenAt: Date.now() };
  const end = own.seenAt + LONGEST_WAIT_MS;
  line.push(own);
  try {
    for (;;) {
      const turn = turnOf(own);
      if (turn !== null) return turn;
      if (Date.now() > end) throw new DatabaseUnavailable("too many writes are waiting");
      // Each looks for itself: a request may not wait for a promise that belongs to another.
      const lookAgain = LOOK_AGAIN_MS + line.indexOf(own) * LOOK_AGAIN_PER_PLACE_MS;
      await new Promise<void>((resolve) => setTimeout(resolve, Math.min(lookAgain, LOOK_AGAIN_AT_MOST_MS)));
      own.seenAt = Date.now();
    }
  } finally {
    line.splice(line.indexOf(own), 1);
  }
}

/** The turn of who is first in line, taken at once so that nobody else can; null while it is not its turn. */
function turnOf(own: Waiting): Turn | null {
  const now = Date.now();
  for (const turn of writing) if (turn.until < now) writing.delete(turn);
  while (now - (line[0]?.seenAt ?? now) > CUT_OFF_AFTER_MS) line.shift();
  const first = line.find(({ seenAt }) => now - seenAt < GONE_AFTER_MS);
  if (writing.size >= AT_ONCE || first !== own) return null;
  const turn = { until: now + CUT_OFF_AFTER_MS };
  writing.add(turn);
  return turn;
}
