// The types of attach.mjs, for the journeys.
import type { _electron, ElectronApplication } from '@playwright/test';

type LaunchOptions = NonNullable<Parameters<(typeof _electron)['launch']>[0]>;

/** Starts an Electron app under Playwright's eyes, again when Playwright fails to attach. */
export declare function attachElectron(
  options: Omit<LaunchOptions, 'executablePath' | 'timeout'>,
): Promise<ElectronApplication>;
