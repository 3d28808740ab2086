/** How a call between a window and the archive is declared: its input schema and its output type. */
import type { z } from 'zod';

declare const outputType: unique symbol;
export interface Call<I extends z.ZodType, O> {
  readonly input: I;
  /** Changes the archive in one transaction of its own: sent again after a crash, it is not done twice. */
  readonly isCommand: boolean;
  /** Type level only. */
  readonly [outputType]?: O;
}
/** Declares a call: `call(inputSchema)<Output>()`. */
export const call =
  <I extends z.ZodType>(input: I) =>
  <O>(): Call<I, O> => ({ input, isCommand: false });
/** Declares a call that changes the archive: `command(inputSchema)<Output>()`. */
export const command =
  <I extends z.ZodType>(input: I) =>
  <O>(): Call<I, O> => ({ input, isCommand: true });
