/** A failure that a person can mend: its message is one line that says what to do, and no stack is shown. */
export class Failure extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = 'Failure';
  }
}

/** Turns a system error of Node into a {@link Failure} about `subject` where its cause is plain, else gives it back. */
export function asFailure(error, subject) {
  if (error instanceof Failure) return error;
  const line = plainCause(String(error?.code ?? error?.message ?? error), subject);
  return line ? new Failure(line, { cause: error }) : error;
}

/** One line saying what to do about a cause found in an error code or a program's output; undefined when none is known. */
export function plainCause(text, subject) {
  const known = CAUSES.find(({ pattern }) => pattern.test(text));
  return known?.say(subject);
}

const CAUSES = [
  {
    pattern: /ENOSPC|No space left on device/i,
    say: (path) =>
      `磁盘已满，无法写入 ${path}：请清理磁盘空间后重新启动。(Disk full: free some space, then start again.)`,
  },
  {
    pattern: /EROFS|Read-only file system/i,
    say: (path) =>
      `${path} 所在的文件系统为只读：请换到可写的目录再启动。(Read-only file system: use a writable folder.)`,
  },
  {
    pattern: /ENOTDIR|EEXIST|ENAMETOOLONG/i,
    say: (path) =>
      `${path} 不能用作目录：请换一个目录再启动。(It cannot be used as a folder: choose another.)`,
  },
  {
    pattern: /EACCES|EPERM|Permission denied|Operation not permitted|wrong ownership/i,
    say: (path) =>
      `没有权限使用 ${path}（可能上次由其他账户启动）：请改用该账户，或用 chown 改回所有者后重新启动。(Permission denied: use the account that owns it, or chown it.)`,
  },
  {
    pattern: /EADDRINUSE|Address already in use/i,
    say: (path) =>
      `端口已被占用（${path}）：请关闭占用它的程序后重新启动。(Port in use: stop the program that holds it.)`,
  },
  {
    pattern: /database files are incompatible/i,
    say: (path) =>
      `${path} 中的数据由另一版本的 PostgreSQL 建立：请用原版本导出数据，或移走该目录后重新启动。(The data folder belongs to another PostgreSQL version.)`,
  },
  {
    pattern: /error while loading shared libraries|cannot open shared object/i,
    say: () =>
      '内置 PostgreSQL 缺少动态库：请删除 node_modules 后重新启动。(A library of the embedded PostgreSQL is missing: delete node_modules and start again.)',
  },
];

/** Runs a script's main function; a Failure is printed as one line, anything else with its stack; either exits with 1. */
export function runMain(main) {
  // Deferred, so that a script may call it above the constants it uses.
  Promise.resolve()
    .then(main)
    .catch((error) => {
      const known = asFailure(error, process.cwd());
      console.error(known instanceof Failure ? `✗ ${known.message}` : error);
      process.exitCode = 1;
      // What is still open after a failure must not keep the terminal.
      setTimeout(() => process.exit(1), 1000).unref();
    });
}
