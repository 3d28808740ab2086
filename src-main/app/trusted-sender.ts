/** Whose messages main listens to. Pure; trusted-ipc.ts asks it for each. */

/** What is looked at of Electron's frame. */
export interface SenderFrame {
  /** Null for the top frame. */
  readonly parent: unknown;
  readonly origin: string;
}

/** Tells whether a message comes from the top frame of a page of `origin`. */
export function isTrustedSender(frame: SenderFrame | null, origin: string): boolean {
  return frame !== null && frame.parent === null && frame.origin === origin;
}
