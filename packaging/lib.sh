# SPDX-FileCopyrightText: 2026 The Oxpecker authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What run, test and check share. Sourced, never run. Every function says what it does before it does it.

set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
least_node=18

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# The packages of some groups that are not installed yet.
missing_packages() {
  local group package
  while read -r group package; do
    case " $* " in *" $group "*) ;; *) continue ;; esac
    dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || echo "$package"
  done < <(grep -v '^#' "$top/packaging/packages.txt")
}

node_is_there() {
  command -v npm >/dev/null && command -v node >/dev/null &&
    [ "$(node -p 'process.versions.node.split(".")[0]')" -ge "$least_node" ]
}

# install_packages GROUP…: what is missing, in one call of apt-get; nothing when nothing is.
install_packages() {
  local missing
  mapfile -t missing < <(missing_packages "$@")
  node_is_there || missing+=(nodejs npm)
  [ "${#missing[@]}" -gt 0 ] || return 0
  echo "Installing: ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# npm_packages DIR: what its lock file names, when the lock file is newer than the last time.
npm_packages() {
  local stamp=$top/$1/node_modules/.stamp
  cmp -s "$top/$1/package-lock.json" "$stamp" && return 0
  echo "Getting the npm packages of $1"
  (cd "$top/$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  cp "$top/$1/package-lock.json" "$stamp"
}

# build DIR [cmake option…]: configures once, then lets ninja find what is to be done.
build() {
  local dir=$1
  shift
  [ -f "$dir/build.ninja" ] || cmake -S "$top" -B "$dir" -G Ninja "$@" >"$dir.log" 2>&1 || { cat "$dir.log" >&2; return 1; }
  ninja -C "$dir"
}

# in_display COMMAND…: with the display that is there, else in a virtual X server of its own.
in_display() {
  if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then "$@"; else
    xvfb-run -a -s '-screen 0 1600x1000x24' "$@"
  fi
}
