import { describe, expect, it } from 'vitest';
import { defaultArchivePath } from './default-archive';

describe('defaultArchivePath', () => {
  it.each<[Record<string, string>, NodeJS.Platform, string, string]>([
    [{}, 'linux', '/home/ada', '/home/ada/.config/Postil/archive.postil'],
    [{ XDG_CONFIG_HOME: '/cfg' }, 'linux', '/home/ada', '/cfg/Postil/archive.postil'],
    [{}, 'darwin', '/Users/ada', '/Users/ada/Library/Application Support/Postil/archive.postil'],
    [
      { APPDATA: 'C:\\Users\\ada\\AppData\\Roaming' },
      'win32',
      'C:\\Users\\ada',
      'C:\\Users\\ada\\AppData\\Roaming\\Postil\\archive.postil',
    ],
    [{}, 'win32', 'C:\\Users\\ada', 'C:\\Users\\ada\\AppData\\Roaming\\Postil\\archive.postil'],
    [{ POSTIL_ARCHIVE: '/elsewhere.postil', XDG_CONFIG_HOME: '/cfg' }, 'linux', '/home/ada', '/elsewhere.postil'],
    [{ POSTIL_ARCHIVE: '' }, 'linux', '/home/ada', '/home/ada/.config/Postil/archive.postil'],
  ])('with %j on %s is in %s', (env, platform, home, expected) => {
    expect(defaultArchivePath(env, platform, home)).toBe(expected);
  });
});
