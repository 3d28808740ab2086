/*
 * Records what a process writes, syncs and renames under one folder, and what it says on its
 * output, in one order. Loaded with LD_PRELOAD; POSTIL_RECORD_UNDER names the folder and
 * POSTIL_RECORD_INTO the file. A record: "op path other offset length\n", then the bytes.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FILES 4096
static char *names[MOST_FILES];
static int into = -1;
static const char *under;
static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) *(void **)&real = dlsym(RTLD_NEXT, name)

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("POSTIL_RECORD_INTO");
  under = getenv("POSTIL_RECORD_UNDER");
  if (path && under) into = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

static int watched(const char *path) { return into >= 0 && under && path && !strncmp(path, under, strlen(under)); }

static void record(const char *op, const char *path, const char *other, long long offset, const void *bytes, size_t length) {
  char head[8400];
  int size = snprintf(head, sizeof head, "%s %s %s %lld %zu\n", op, path, other, offset, length);
  struct iovec parts[2] = {{head, (size_t)size}, {(void *)bytes, length}};
  pthread_mutex_lock(&one_at_a_time);
  syscall(SYS_writev, into, parts, length ? 2 : 1);
  pthread_mutex_unlock(&one_at_a_time);
}

static const char *name_of(int file) { return file >= 0 && file < MOST_FILES ? names[file] : NULL; }

static void remember(int file, const char *path, int existed, int flags) {
  if (file < 0 || file >= MOST_FILES) return;
  free(names[file]);
  names[file] = NULL;
  if (!watched(path)) return;
  names[file] = strdup(path);
  if (!existed && (flags & O_CREAT)) record("create", path, "-", 0, NULL, 0);
  else if (flags & O_TRUNC) record("truncate", path, "-", 0, NULL, 0);
}

#define OPEN_LIKE(NAME) \
  int NAME(const char *path, int flags, ...) { \
    REAL(int, #NAME, const char *, int, ...); \
    va_list rest; va_start(rest, flags); \
    int mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, int) : 0; va_end(rest); \
    int existed = watched(path) && !access(path, F_OK); \
    int file = real(path, flags, mode); \
    remember(file, path, existed, flags); \
    return file; \
  }
OPEN_LIKE(open)
OPEN_LIKE(open64)

int close(int file) {
  REAL(int, "close", int);
  if (file >= 0 && file < MOST_FILES) { free(names[file]); names[file] = NULL; }
  return real(file);
}

ssize_t write(int file, const void *bytes, size_t length) {
  REAL(ssize_t, "write", int, const void *, size_t);
  const char *path = name_of(file);
  long long at = path ? (long long)lseek(file, 0, SEEK_CUR) : 0;
  ssize_t done = real(file, bytes, length);
  if (done > 0 && path) record("write", path, "-", at, bytes, (size_t)done);
  else if (done > 0 && file == 1 && into >= 0) record("say", "-", "-", 0, bytes, (size_t)done);
  return done;
}

#define PWRITE_LIKE(NAME, OFFSET) \
  ssize_t NAME(int file, const void *bytes, size_t length, OFFSET offset) { \
    REAL(ssize_t, #NAME, int, const void *, size_t, OFFSET); \
    ssize_t done = real(file, bytes, length, offset); \
    if (done > 0 && name_of(file)) record("write", name_of(file), "-", (long long)offset, bytes, (size_t)done); \
    return done; \
  }
PWRITE_LIKE(pwrite, off_t)
PWRITE_LIKE(pwrite64, off64_t)

#define TRUNCATE_LIKE(NAME, OFFSET) \
  int NAME(int file, OFFSET length) { \
    REAL(int, #NAME, int, OFFSET); \
    int done = real(file, length); \
    if (!done && name_of(file)) record("truncate", name_of(file), "-", (long long)length, NULL, 0); \
    return done; \
  }
TRUNCATE_LIKE(ftruncate, off_t)
TRUNCATE_LIKE(ftruncate64, off64_t)

#define SYNC_LIKE(NAME) \
  int NAME(int file) { \
    REAL(int, #NAME, int); \
    int done = real(file); \
    if (!done && name_of(file)) record("sync", name_of(file), "-", 0, NULL, 0); \
    return done; \
  }
SYNC_LIKE(fsync)
SYNC_LIKE(fdatasync)

int rename(const char *from, const char *to) {
  REAL(int, "rename", const char *, const char *);
  int done = real(from, to);
  if (!done && watched(to)) record("rename", from, to, 0, NULL, 0);
  return done;
}

int unlink(const char *path) {
  REAL(int, "unlink", const char *);
  int done = real(path);
  if (!done && watched(path)) record("unlink", path, "-", 0, NULL, 0);
  return done;
}
