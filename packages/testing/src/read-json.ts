/** The JSON of an answer, taken for what the test says it is; the test's own expectations judge it. */
export async function readJson<Body>(answer: Response | Promise<Response>): Promise<Body> {
  const body: unknown = await (await answer).json();
  return body as Body;
}
