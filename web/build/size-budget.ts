import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What of a built file the budget looks at. */
export interface BuiltFile {
  readonly fileName: string;
  readonly code: string;
  /** The files that it cannot run without. */
  readonly imports: readonly string[];
  readonly isEntry: boolean;
  /** The module that it is the entry for. */
  readonly facadeModuleId: string | null;
}

export interface Weight {
  readonly bytes: number;
  readonly files: readonly { readonly fileName: string; readonly bytes: number }[];
}

/** The compressed script that runs before the screen is there: the entries, and all that they import at once. */
export function firstLoad(files: readonly BuiltFile[], modules: readonly string[]): Weight {
  const byName = new Map(files.map((file) => [file.fileName, file]));
  const taken = new Map<string, number>();
  const take = (file: BuiltFile): void => {
    if (taken.has(file.fileName)) return;
    taken.set(file.fileName, gzipSync(file.code, { level: 9 }).length);
    for (const name of file.imports) {
      const imported = byName.get(name);
      if (imported) take(imported);
    }
  };
  files.filter((file) => file.isEntry).forEach(take);
  for (const module of modules) {
    const file = files.find((one) => one.facadeModuleId?.endsWith(module));
    if (file === undefined) throw new Error(`no file of the build begins with ${module}`);
    take(file);
  }
  const weighed = [...taken].map(([fileName, bytes]) => ({ fileName, bytes }));
  return { files: weighed, bytes: weighed.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** What is too heavy, in words; null when nothing is. */
export function complaintAbout(screen: string, { bytes, files }: Weight, most: number): string | null {
  if (bytes <= most) return null;
  const heaviest = files.toSorted((a, b) => b.bytes - a.bytes).map((file) => `${file.fileName} ${file.bytes}`);
  return `${screen} loads ${bytes} bytes of compressed script, of ${most} at most: ${heaviest.join(', ')}`;
}

/**
 * Fails the build when a first screen loads more script than it may.
 *
 * @param screens by name, the modules whose files are loaded for it beside the entry
 * @param most bytes after gzip
 */
export function sizeBudget(screens: Record<string, readonly string[]>, most: number): Plugin {
  return {
    name: 'beep:size-budget',
    apply: 'build',
    generateBundle(_, bundle) {
      const files = Object.values(bundle).filter((file) => file.type === 'chunk');
      for (const [screen, modules] of Object.entries(screens)) {
        const complaint = complaintAbout(screen, firstLoad(files, modules), most);
        if (complaint !== null) this.error(complaint);
      }
    },
  };
}
