/** Stub. */
import { anyLanguage } from './any-language';

export const english = anyLanguage;
