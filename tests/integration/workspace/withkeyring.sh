#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Oxpecker authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Runs a program with a session bus and an unlocked keyring of its own, which hold nothing of the person's:
#   withkeyring.sh program [arguments]
set -eu
home=$(mktemp -d)
keyring=
cleanup() {
  [ -z "$keyring" ] || kill "$keyring" 2>/dev/null || true
  rm -rf "$home"
}
if [ "${OXP_IN_SESSION:-}" != yes ]; then
  rm -rf "$home"
  OXP_IN_SESSION=yes exec dbus-run-session -- "$0" "$@"
fi
trap cleanup EXIT
export HOME="$home" XDG_DATA_HOME="$home/data" XDG_RUNTIME_DIR="$home/run" XDG_CACHE_HOME="$home/cache"
mkdir -m 700 "$XDG_RUNTIME_DIR"
mkdir -p "$XDG_DATA_HOME"
mkfifo "$home/password"
# In the foreground of a job of ours, so that there is a process id to end it by.
gnome-keyring-daemon --foreground --unlock --components=secrets <"$home/password" >/dev/null 2>&1 &
keyring=$!
printf 'test' >"$home/password"
tries=0
until dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
  string:org.freedesktop.secrets 2>/dev/null | grep -q true; do
  tries=$((tries + 1))
  if [ "$tries" -gt 100 ]; then
    echo "the keyring did not start" >&2
    exit 1
  fi
  sleep 0.1
done
"$@"
