import { isBusy, isConnectionLost } from "./unavailable.ts";

const STEP_MS = 25;

/**
 * Does it again while the database says that others are writing (then nothing was written), with growing pauses until
 * `withinMs` have passed; and once when the line broke. Everything else is thrown on at once.
 */
export async function patiently<Value>(act: () => Promise<Value>, withinMs = 8000): Promise<Value> {
  const end = Date.now() + withinMs;
  let lostLines = 0;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      const mayTryAgain = isBusy(error) || (isConnectionLost(error) && (lostLines += 1) === 1);
      if (!mayTryAgain || Date.now() > end) throw error;
      // Chance keeps writers that met once from meeting again.
      await pause(STEP_MS * Math.min(attempt, 8) * (0.5 + Math.random()));
    }
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
