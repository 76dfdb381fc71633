/**
 * The Launch Handler API (https://wicg.github.io/web-app-launch/), which the DOM's types don't know yet: what the
 * system opened the installed app with. Chromium on a desktop.
 */
export interface LaunchParams {
  /** The address that was launched: a shortcut's, where `client_mode` left the open page as it was. */
  readonly targetURL?: string;
  readonly files?: readonly FileSystemHandle[];
}

export interface LaunchQueue {
  setConsumer(consumer: (params: LaunchParams) => void): void;
}

/** `null` where the browser has none. */
export function launchQueue(): LaunchQueue | null {
  return (globalThis as { launchQueue?: LaunchQueue }).launchQueue ?? null;
}

/** @throws the name of a file that can't be read, as the `cause` of an error */
export async function filesOf({ files = [] }: LaunchParams): Promise<File[]> {
  const handles = files.filter((handle): handle is FileSystemFileHandle => handle.kind === 'file');
  return Promise.all(
    handles.map((handle) =>
      handle.getFile().catch((error: unknown) => {
        throw new Error(handle.name, { cause: error });
      }),
    ),
  );
}

/**
 * The hash to go to for a launch without files, or `null`: the app was only brought to the front, or the browser
 * has gone there itself.
 */
export function hashToFollow({ targetURL }: LaunchParams, here: Location): string | null {
  if (targetURL === undefined) return null;
  const target = new URL(targetURL, here.href);
  const same = target.origin === here.origin && target.pathname === here.pathname;
  return same && target.hash !== '' && target.hash !== here.hash ? target.hash : null;
}
