/** Stub. */
import { anyLanguage } from './any-language';

export const korean = anyLanguage;
