// A stream is a connection of the database's server that stays open between two requests, told by a baton. Opening one
// costs more than a question, for it reads the whole schema; but a server has few: the libSQL server gives out 128.
// So an isolate that is asked often keeps two at most. Only texts and times: nothing here belongs to a request.
const MOST = 2;
const OFTEN_MS = 1000;
// The server ends an idle one after ten seconds.
const IDLE_MS = 5000;
// Whoever is cut off gives nothing back.
const LENT_MS = 30_000;

type Place = { server: string; baton: string | null; until: number };

const places = new Set<Place>();
let askedAt = -OFTEN_MS;

/** A stream of `server` to go on with (`baton`), if there is one; and the place where it may be put back, if it may. */
export function takeStream(server: string): { baton: string | null; place: Place | null } {
  const now = Date.now();
  const isAskedOften = now - askedAt < OFTEN_MS;
  askedAt = now;
  for (const place of places) if (place.until < now) places.delete(place);
  const kept = [...places].find((place) => place.server === server && place.baton !== null);
  if (kept !== undefined) places.delete(kept);
  const place = isAskedOften && places.size < MOST ? { server, baton: null, until: now + LENT_MS } : null;
  if (place !== null) places.add(place);
  return { baton: kept?.baton ?? null, place };
}

/** Keeps the stream for who comes next; without a baton its place is free again. */
export function putBack(place: Place, baton: string | null): void {
  if (baton === null) places.delete(place);
  place.baton = baton;
  place.until = Date.now() + IDLE_MS;
}
