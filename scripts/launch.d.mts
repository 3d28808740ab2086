// The types of launch.mjs, for the end-to-end tests and benchmarks.
export declare const appFolder: string;
export declare function electronPath(): string;
export declare function launchArguments(): string[];
export declare function hasScreen(): boolean;
export declare function onScreen(command: string, args: readonly string[]): [string, string[]];
