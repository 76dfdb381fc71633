import type { Desk } from '../desk.svelte.ts';
import type { Stop } from '../model/stops.ts';

/** The one thing to do next. `run` starts a program, `go` shows another screen, `leave` another page. */
export type DockStep =
  | { readonly does: 'run' | 'go'; readonly label: string; readonly press: () => void }
  | { readonly does: 'leave'; readonly label: string; readonly href: string };

export function runFirst(desk: Desk): DockStep {
  const press = (): void => {
    desk.runFirst();
  };
  return { does: 'run', label: 'Run', press };
}

export function runFix(desk: Desk, label: string): DockStep {
  const press = (): void => {
    desk.runFix();
  };
  return { does: 'run', label, press };
}

export function goTo(desk: Desk, stop: Stop, label: string): DockStep {
  const press = (): void => {
    desk.go(stop);
  };
  return { does: 'go', label, press };
}
