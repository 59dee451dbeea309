/** Hands a request on to another Worker. An answer that says nothing of keeping would be kept by the edge's own guess. */
export async function handOn(
  request: Request,
  to: { fetch: (request: Request) => Promise<Response> },
): Promise<Response> {
  const answer = await to.fetch(request);
  if (answer.headers.has("cache-control")) return answer;
  const own = new Response(answer.body, answer);
  own.headers.set("cache-control", "no-store");
  return own;
}
