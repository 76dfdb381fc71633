/** Which files a listed name means: by path, else by what of a path is unique. */

type Keys = (path: string) => readonly string[];

/** How a listed name may meet a file's path, the surest way first. */
const WAYS: readonly { readonly ofName: Keys; readonly ofPath: Keys }[] = [
  { ofName: whole, ofPath: whole },
  // The list was made inside the folder that was chosen …
  { ofName: whole, ofPath: tails },
  // … or outside it …
  { ofName: tails, ofPath: whole },
  // … or somewhere else.
  { ofName: base, ofPath: base },
];

/**
 * Pairs listed names with paths, both as `plainPath` gives them. A name is paired where it and the path are
 * the only ones of their kind; equal paths always are.
 */
export function pairNames(names: Iterable<string>, paths: Iterable<string>): Map<string, string> {
  const pairs = new Map<string, string>();
  const openNames = new Set(names);
  const openPaths = new Set(paths);
  for (const { ofName, ofPath } of WAYS) {
    const byName = index(openNames, ofName);
    const byPath = index(openPaths, ofPath);
    // The longest common tail first: `b/c` is a better name for `a/b/c` than `c` is.
    const keys = [...byName.keys()].sort((a, b) => b.length - a.length);
    for (const key of keys) {
      const name = byName.get(key);
      const path = byPath.get(key);
      if (name === undefined || name === null || path === undefined || path === null) continue;
      if (!openNames.has(name) || !openPaths.has(path)) continue;
      pairs.set(name, path);
      openNames.delete(name);
      openPaths.delete(path);
    }
  }
  return pairs;
}

/** What has a key; `null` where several have it. */
function index(items: Iterable<string>, keysOf: Keys): Map<string, string | null> {
  const map = new Map<string, string | null>();
  for (const item of items) {
    for (const key of keysOf(item)) map.set(key, map.has(key) ? null : item);
  }
  return map;
}

/** A path to compare by: no leading `./`, and accents composed (macOS gives them decomposed). */
export function plainPath(path: string): string {
  return path.replace(/^(\.\/+)+/, '').normalize('NFC');
}

function whole(path: string): readonly string[] {
  return [path];
}

/** `b/c` and `c` for `a/b/c`. */
function tails(path: string): readonly string[] {
  const steps = path.split('/');
  return steps.slice(1).map((_, i) => steps.slice(i + 1).join('/'));
}

function base(path: string): readonly string[] {
  return [path.slice(path.lastIndexOf('/') + 1)];
}
