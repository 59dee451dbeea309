const ENOUGH_MS = 30_000;

/** Waits past the border of a stretch of so many seconds when it is near, so that all that is counted falls in one. */
export async function clearOf(seconds: number): Promise<void> {
  const left = seconds * 1000 - (Date.now() % (seconds * 1000));
  if (left < ENOUGH_MS) await new Promise((resolve) => setTimeout(resolve, left));
}
