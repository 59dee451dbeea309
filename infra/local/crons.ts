import type { Workers } from "./workers.ts";

const MINUTE_MS = 60_000;

function fieldMatches(field: string, value: number): boolean {
  return field.split(",").some((part) => {
    const [range = "*", step = "1"] = part.split("/");
    const [from = 0, to = part.includes("/") ? Infinity : from] =
      range === "*" ? [0, Infinity] : range.split("-").map(Number);
    return value >= from && value <= to && (value - from) % Number(step) === 0;
  });
}

/** Whether a five-field cron, in UTC and in numbers, is due in the minute of `date`. */
export function isDue(cron: string, date: Date): boolean {
  const now = [date.getUTCMinutes(), date.getUTCHours(), date.getUTCDate(), date.getUTCMonth() + 1];
  const [minute = "*", hour = "*", day = "*", month = "*", weekday = "*"] = cron.split(" ");
  // Cloudflare counts weekdays from Sunday = 1.
  return (
    [minute, hour, day, month].every((field, index) => fieldMatches(field, now[index] ?? 0)) &&
    fieldMatches(weekday, date.getUTCDay() + 1)
  );
}

/** Rings the crons that are due, now and every minute; one that is still at it is not rung again. */
export function ringCrons(workers: Workers, onFault: (sentence: string) => void): () => void {
  const busy = new Set<string>();
  const ended = new AbortController();
  async function ring(worker: string, cron: string): Promise<void> {
    const key = `${worker} ${cron}`;
    if (busy.has(key)) return;
    busy.add(key);
    try {
      const outcome = await workers.scheduled(worker, cron);
      if (outcome !== "ok") onFault(`The cron "${cron}" of ${worker} ended with: ${outcome}.`);
    } catch (error) {
      if (!ended.signal.aborted)
        onFault(`The cron "${cron}" of ${worker} could not be rung: ${String(error)}`);
    } finally {
      busy.delete(key);
    }
  }
  function ringDue(): void {
    const now = new Date();
    for (const { name, triggers } of workers.configs) {
      for (const cron of triggers?.crons ?? []) if (isDue(cron, now)) void ring(name, cron);
    }
  }
  ringDue();
  const timer = setInterval(ringDue, MINUTE_MS);
  return () => {
    ended.abort();
    clearInterval(timer);
  };
}
