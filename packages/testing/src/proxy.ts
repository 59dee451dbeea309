import { Agent, createServer, request, type IncomingHttpHeaders, type ServerResponse } from "node:http";

export type Asked = { method: string; path: string; headers: IncomingHttpHeaders; body: string };

/** What a faulty service does instead of answering itself; `hang` never answers. */
export type Fault = number | "hang" | { status: number; body?: unknown; headers?: Record<string, string> };

export type ProxyHooks = {
  before?: (asked: Asked) => Fault | null;
  /** May give headers that the answer carries as well. */
  after?: (asked: Asked, status: number, body: string) => Record<string, string> | void;
};

export type Proxy = { url: string; stop(): Promise<void> };

async function bodyOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

function misbehave(fault: Fault, answer: ServerResponse): void {
  if (fault === "hang") return;
  const { status, body = {}, headers = {} } = typeof fault === "number" ? { status: fault } : fault;
  answer.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

/** A door in front of a local service, that can count what passes and answer in its place. */
export async function startProxy(target: string, hooks: ProxyHooks): Promise<Proxy> {
  // A kept connection that the service closes just then would look like a fault of the service.
  const agent = new Agent({ keepAlive: false });
  const { hostname, port } = new URL(target);

  const server = createServer((incoming, answer) => {
    const { method = "GET", url: path = "/", headers } = incoming;
    const pass = async () => {
      const body = await bodyOf(incoming);
      const asked: Asked = { method, path, headers, body: body.toString("utf8") };
      const fault = hooks.before?.(asked) ?? null;
      if (fault !== null) return misbehave(fault, answer);
      const onward = request({ agent, hostname, port, method, path, headers }, (result) => {
        const finish = async () => {
          const bytes = await bodyOf(result);
          const more = hooks.after?.(asked, result.statusCode ?? 0, bytes.toString("utf8"));
          answer.writeHead(result.statusCode ?? 502, { ...result.headers, ...more }).end(bytes);
        };
        finish().catch(() => answer.destroy());
      });
      // As when the service itself is gone: the connection breaks, nobody answers 502.
      onward.on("error", () => answer.destroy());
      onward.end(body);
    };
    pass().catch(() => answer.destroy());
  });

  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    async stop() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
