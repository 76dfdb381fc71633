/**
 * The part of the page that is written in the learner's own language. It is read once and run anew in each
 * realm: reading it is nearly half of the work of a short run (measured).
 */
import { EnsureCompletion, type ManagedRealm, ScriptRecord, ThrowCompletion } from '@engine262/engine262';
import { printed } from '../preview.ts';
import { ANNEX_B } from './annex-b.ts';
import { EVENTS } from './events.ts';
import { PAGE } from './page.ts';

const TEXT = `(function (host) {\n'use strict';\n${ANNEX_B}${EVENTS}${PAGE}})`;

/** The tree alone: a record would keep the realm that it was read in. */
let tree: ScriptRecord['ECMAScriptCode'] | null = null;

export function guestScript(realm: ManagedRealm): ScriptRecord {
  tree ??= read(realm);
  return new ScriptRecord({ Realm: realm, ECMAScriptCode: tree, LoadedModules: [], HostDefined: {} });
}

function read(realm: ManagedRealm): ScriptRecord['ECMAScriptCode'] {
  const script = EnsureCompletion(realm.compileScript(TEXT));
  if (script instanceof ThrowCompletion) throw new Error(`The page's own code: ${printed(script.Value)}`);
  return script.Value.ECMAScriptCode;
}
