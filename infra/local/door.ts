import { connect, createServer, type Server, type Socket } from "node:net";

export type Door = { close(): Promise<void> };

async function listen(server: Server, port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
}

/** Opens the public port and passes every connection on as it is, so the Workers see the browser's own Host. */
export async function openDoor(port: number, target: number): Promise<Door> {
  const sockets = new Set<Socket>();
  const servers: Server[] = [];
  for (const host of ["127.0.0.1", "::1"]) {
    const server = createServer({ noDelay: true }, (visitor) => {
      const inside = connect({ port: target, host: "127.0.0.1", noDelay: true });
      for (const [socket, other] of [
        [visitor, inside],
        [inside, visitor],
      ] as const) {
        sockets.add(socket);
        socket.on("error", () => other.destroy());
        socket.on("close", () => {
          sockets.delete(socket);
          other.destroy();
        });
        socket.pipe(other);
      }
    });
    try {
      await listen(server, port, host);
      servers.push(server);
    } catch (error) {
      // A machine without IPv6 has one loopback address, and that is enough.
      if (host === "127.0.0.1" || (error as NodeJS.ErrnoException).code === "EADDRINUSE") throw error;
    }
  }
  return {
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}
