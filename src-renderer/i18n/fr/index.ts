/** The whole catalogue of one language, by area. */
import { common } from './common';
import { errors } from './errors';
import { exporting } from './export';
import { importing } from './import';
import { library } from './library';
import { note } from './note';
import { reading } from './reading';
import { search } from './search';
import { settings } from './settings';

export const fr = { common, errors, exporting, importing, library, note, reading, search, settings } as const;
