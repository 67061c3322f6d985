/** Reads and compiles a script file, and refuses one that NetSuite would not accept at upload (section_4527904430). */
import { readFileSync, statSync } from 'node:fs';
import vm from 'node:vm';
import { SuiteScriptFault } from './suitescript-fault';

interface CompiledFile {
  readonly mtimeMs: number;
  readonly script: vm.Script;
}

/** Gives the compiled file at a path; compiles again when the file has changed. */
export function createScriptFiles(): (path: string) => vm.Script {
  const files = new Map<string, CompiledFile>();
  return (path) => {
    const { mtimeMs } = statSync(path);
    const known = files.get(path);
    if (known?.mtimeMs === mtimeMs) return known.script;
    const source = readFileSync(path, 'utf8');
    requireHeader(source, path);
    const script = compile(source, path);
    files.set(path, { mtimeMs, script });
    return script;
  };
}

/** For a file that is no valid RESTlet of SuiteScript 2.1. */
export function invalidScriptFile(path: string, problem: string): SuiteScriptFault {
  return new SuiteScriptFault(
    'FAILED_TO_VALIDATE_SCRIPT_FILE',
    `Failed to validate script file ${path}: ${problem}`,
  );
}

function requireHeader(source: string, path: string): void {
  const header = /^\uFEFF?\s*(\/\*\*[\s\S]*?\*\/)/.exec(source)?.[1];
  if (header === undefined) throw invalidScriptFile(path, 'there is no JSDoc comment on top.');
  const apiVersion = /@NApiVersion\s+(\S+)/i.exec(header)?.[1]?.toLowerCase();
  if (apiVersion !== '2.1' && apiVersion !== '2.x') {
    throw invalidScriptFile(path, 'the comment on top has no @NApiVersion 2.1.');
  }
  if (/@NScriptType\s+(\S+)/i.exec(header)?.[1]?.toLowerCase() !== 'restlet') {
    throw invalidScriptFile(path, 'the comment on top has no @NScriptType Restlet.');
  }
}

function compile(source: string, path: string): vm.Script {
  try {
    return new vm.Script(source, { filename: path });
  } catch (error) {
    throw invalidScriptFile(path, String(error));
  }
}
