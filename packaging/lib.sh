# SPDX-FileCopyrightText: 2026 The Oxpecker authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What packaging/run, test and check share. Sourced, never run; goes to the top of the repository.

set -euo pipefail
top=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"
least_node=18

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

# as_root COMMAND…: directly, or through sudo.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "This needs root and there is no sudo here. As root, run: $*"
  fi
}

# packages_of GROUP…: the packages of these groups, less those whose command is there already.
packages_of() {
  local group package command
  while read -r group package command; do
    case " $* " in *" $group "*) ;; *) continue ;; esac
    if [ -z "$command" ] || ! command -v "$command" >/dev/null; then
      printf '%s\n' "$package"
    fi
  done < <(grep -v '^#' packaging/packages.txt)
}

# install_packages GROUP…: what is missing, in one go; no call of apt-get when nothing is.
install_packages() {
  local wanted missing
  mapfile -t wanted < <(packages_of "$@" | sort -u)
  mapfile -t missing < <(comm -23 <(printf '%s\n' "${wanted[@]}") \
    <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null | sed -n 's/^installed //p' | sort -u))
  [ "${#missing[@]}" -gt 0 ] || return 0
  echo "Installing from Debian: ${missing[*]}"
  as_root apt-get -q update || echo "Not every package list could be renewed; trying with those that are here."
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "${missing[@]}"
}

# npm_packages FOLDER: what its lock file names; again only when the lock file has changed.
npm_packages() {
  local stamp=$1/node_modules/.fetched-lock
  ! cmp -s "$1/package-lock.json" "$stamp" || return 0
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge "$least_node" ] ||
    die "Node.js $least_node or newer is needed; here is $(node --version)."
  echo "Fetching the pinned npm packages of $1"
  (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  cp "$1/package-lock.json" "$stamp"
}

# build FOLDER TARGETS CMAKE-OPTION…: configures when these options are new, then lets ninja find what is to be done.
# TARGETS is a list of words, empty for everything.
build() {
  local folder=$1 targets=$2
  shift 2
  if [ ! -f "$folder/build.ninja" ] || [ "$(cat "$folder/.options" 2>/dev/null)" != "$*" ]; then
    cmake -S . -B "$folder" -G Ninja "$@" || return
    printf '%s\n' "$*" >"$folder/.options"
  fi
  # shellcheck disable=SC2086
  ninja -C "$folder" $targets
}

has_display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

# start_screen: an X server in memory, for as long as this script runs. It picks a free number itself.
start_screen() {
  local folder number
  folder=$(mktemp -d)
  mkfifo "$folder/number"
  Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3<>"$folder/number" >/dev/null 2>&1 </dev/null &
  at_exit "kill $!"
  read -r -t 20 number <"$folder/number" || die "The virtual X server (Xvfb) did not start."
  rm -r "$folder"
  unset WAYLAND_DISPLAY
  export DISPLAY=:$number
}

# at_exit COMMAND: done when the script ends, after those given before.
at_exit() {
  at_exit_commands="${at_exit_commands:-}$1 2>/dev/null || true; "
  # shellcheck disable=SC2064
  trap "$at_exit_commands" EXIT
}

# run_tests FOLDER CTEST-OPTION…: on a message bus of their own, so that no test meets a person's keyring.
run_tests() {
  local folder=$1
  shift
  dbus-run-session -- ctest --test-dir "$folder" --output-on-failure --no-tests=error -j "$(nproc)" "$@"
}
