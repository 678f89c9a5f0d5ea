#!/usr/bin/env bash
# The Debian packages: they build from a copy of the tree, lintian finds no error, and what
# they hold works.
. "$(dirname "$0")/pipelines/heed.sh"

# What a build needs is written down twice, for two readers: the same packages.
of_ci () { sed -n 's/^build *\([a-z0-9.-]*\) .*/\1/p' .ci/packages; }
of_debian () {
  sed -n '/^Build-Depends:/,/^$/p' debian/control | sed 's/^Build-Depends://; s/(.*)//' \
    | tr -d ' ,' | grep .
}
# Every Debian machine that builds packages has these: debhelper's and the essential ones.
essential='debhelper-compat|gcc|libc6-dev|ninja-build'
is 'debian/control and .ci/packages name the same packages' \
  "$(of_debian | grep -vxE "$essential" | LC_ALL=C sort)" \
  "$(of_ci | grep -vxE "$essential" | LC_ALL=C sort)"
is 'the version of the package' "$(sed -n '1s/^heed (\(.*\)-.*/\1/p' debian/changelog)" \
  "$("$heed" --version | cut -d ' ' -f 2)"

if ! dpkg-checkbuilddeps debian/control 2> /dev/null || ! command -v lintian > /dev/null; then
  skip 'the packages' 'debhelper or lintian is not installed'
  finish
fi
mkdir "$tap_scratch/heed" "$tap_scratch/root"
if [ -e .git ]; then git ls-files -z; else find . -type f -not -path './build*' -print0; fi \
  | tar -c --null -T - | tar -x -C "$tap_scratch/heed"
run bash -c "cd '$tap_scratch/heed' && exec env -u CFLAGS -u LDFLAGS dpkg-buildpackage -b -us -uc"
ends 'dpkg-buildpackage' 0
is 'lintian: no error' "$(lintian --allow-root --tag-display-limit 0 \
  "$tap_scratch"/heed_*.changes 2> /dev/null | grep '^E:')" ''

for package in heed libheed0 libheed-dev; do
  check "$package: is there" compgen -G "$tap_scratch/${package}_*.deb"
  dpkg-deb -x "$tap_scratch/${package}"_*.deb "$tap_scratch/root"
done
packaged=$tap_scratch/root/usr
for path in bin/heed share/man/man1/heed-run.1.gz share/man/man5/heed-records.5.gz \
  share/heed/taxonomy.rdf lib/systemd/system/heed-watch.service include/heed.h; do
  check "the packages hold $path" test -s "$packaged/$path"
done
run "$packaged/bin/heed" run "$samples/meetings"
ends 'the packaged program' 0
is 'the packaged program: what it prints' "$(sha256sum < "$out")" \
  "$("$heed" run "$samples/meetings" | sha256sum)"
finish
