import { createEmulator } from "emulate";

export type Mail = { url: string; stop(): Promise<void> };

/** Starts the Resend emulator: the API on `/emails`, its inbox on `/inbox`. It forgets when it stops. */
export async function startMail(port: number): Promise<Mail> {
  const emulator = await createEmulator({ service: "resend", port });
  return { url: emulator.url, stop: () => emulator.close() };
}
