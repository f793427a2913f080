#!/bin/sh
# Installs hopscreen where it is not there already: a runner without a network brings it along.
set -eu
command -v hopscreen > /dev/null 2>&1 || npm install --global "hopscreen@${HOPSCREEN_VERSION:-latest}"
