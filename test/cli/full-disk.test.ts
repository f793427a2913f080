import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { BINARY, plainEnv } from './binary.js'

/** A file system of 16 KiB that is there for one shell alone, and goes with it. */
const SMALL = 'mount -t tmpfs -o size=16k none "$DISK"'

let disk = ''
const shell = (script: string) =>
  spawnSync('unshare', ['--mount', 'sh', '-c', `${SMALL} && cd "$CASE" && ${script}`], {
    encoding: 'utf8',
    env: plainEnv({ DISK: disk, CASE: resolve('fixtures/belomo-peleng'), NODE: process.execPath, BINARY }),
  })

const canMount = spawnSync('unshare', ['--mount', 'sh', '-c', 'mount -t tmpfs -o size=16k none /mnt']).status === 0
const onSmallDisk = canMount ? test : test.skip

beforeAll(() => {
  disk = mkdtempSync(join(tmpdir(), 'hopscreen-disk-'))
})
afterAll(() => rmSync(disk, { recursive: true, force: true }))

const SCREEN =
  '"$NODE" "$BINARY" entities.csv -t transactions.csv -r relations.csv -l list.csv@2024-07-24 --as-of 2024-07-24 -q'

describe('a full disk (skipped where no file system may be mounted)', () => {
  onSmallDisk('records from a pipe that can not be kept are told of, and nothing is left', () => {
    const rows = `(echo kind,from,to; yes supply,A,B | head -n 500000)`
    const { stdout, stderr, status } = shell(
      `${rows} | TMPDIR="$DISK" "$NODE" "$BINARY" entities.csv -t - -l list.csv@2024-07-24 -q -f csv > /dev/null; code=$?; ls "$DISK"; exit $code`,
    )
    expect(status).toBe(2)
    expect(stderr).toMatch(/^error: -: the file can't be read: no space left on device for a temporary copy/)
    expect(stdout).toBe('')
  })

  onSmallDisk.each([
    ['json', '{\n  "schemaVersion": 1, "good"'],
    ['sarif', '{"$schema":"good"'],
  ])('a %s report that does not fit is told, and what was there stays', (format, good) => {
    const path = `"$DISK/report"`
    const { stdout, stderr, status } = shell(
      `printf '%s\\n' '${good}' > ${path}; ${SCREEN} -n 9 -o ${format}=${path} -f csv > /dev/null; code=$?; cat ${path}; ls "$DISK"; exit $code`,
    )
    expect(status).toBe(2)
    expect(stderr).toMatch(/can't be written: no space left on device/)
    expect(stdout).toBe(`${good}\nreport\n`)
  })

  onSmallDisk('packed records for which there is no room to be unpacked are read as they are', () => {
    const many = 'i=0; while [ $i -lt 2000 ]; do echo "T$i,supply,Peleng,Buyer $i,2024-01-01"; i=$((i+1)); done'
    const { stdout, status } = shell(
      `cd "$DISK" && (echo id,kind,from,to,date; ${many}) | gzip > t.csv.gz; dd if=/dev/zero of=fill 2>/dev/null; ` +
        `TMPDIR="$DISK" "$NODE" "$BINARY" -t t.csv.gz -l "$CASE/list.csv@2024-07-24" --as-of 2024-07-24 -q -f json; code=$?; ls "$DISK" >&2; exit $code`,
    )
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ complete: true, summary: { links: 2000 } })
  })

  onSmallDisk('a decision that does not fit is told, and those before it stay', () => {
    const decide = `"$NODE" "$BINARY" decide morotack entities.csv -t transactions.csv -r relations.csv -l list.csv@2024-07-24 --as-of 2024-07-24 --waive --expires 2025-01-01 --decisions "$DISK/d.json"`
    const { stdout, stderr, status } = shell(
      `${decide} --reason short > /dev/null && cp "$DISK/d.json" /tmp/before.$$ && ${decide} --reason "$(head -c 20000 /dev/zero | tr '\\0' x)"; code=$?; cmp "$DISK/d.json" /tmp/before.$$ && echo same; rm /tmp/before.$$; ls "$DISK"; exit $code`,
    )
    expect(stderr).toMatch(/can't be written: no space left on device/)
    expect([status, stdout]).toEqual([2, 'same\nd.json\n'])
  })
})
