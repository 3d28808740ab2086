/** Whose messages main listens to. Pure; trusted-ipc.ts asks it for each. */

/** What is looked at of Electron's frame. */
export interface SenderFrame {
  /** Null for the top frame. */
  readonly parent: unknown;
  readonly origin: string;
}

/** Tells whether a message comes from the top frame of a page of `origin`. One of a page that died meanwhile has no frame, and is none. */
export function isTrustedSender(frame: SenderFrame | null | undefined, origin: string): boolean {
  if (frame === null || frame === undefined) return false;
  try {
    return frame.parent === null && frame.origin === origin;
  } catch {
    // Electron throws for a frame that is gone: nobody waits for an answer there.
    return false;
  }
}
