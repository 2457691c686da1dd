#!/bin/sh
# Puts LoRDesk into the menu, or takes it out again. It changes nothing else, and your letters, which
# lie in a folder of their own, are never touched.
#
#   ./install.sh               for you alone; as root, for everybody on this computer
#   ./install.sh --user        for you alone, also as root
#   ./install.sh --system      for everybody (as root)
#   ./install.sh --uninstall   takes out what the same call without --uninstall put in
set -eu

id=org.lordesk.LoRDesk
here=$(cd "$(dirname "$0")" && pwd)
scope=user
action=install
[ "$(id -u)" = 0 ] && scope=system

for word in "$@"; do
    case $word in
        --user) scope=user ;;
        --system) scope=system ;;
        --uninstall) action=uninstall ;;
        *)
            sed -n '2,/^set -eu/{s/^# \{0,1\}//;/^set -eu/d;p}' "$0"
            [ "$word" = --help ] && exit 0
            exit 2
            ;;
    esac
done

if [ "$scope" = system ]; then
    if [ "$(id -u)" != 0 ]; then
        echo "Installing for everybody needs root:  sudo $0 $*" >&2
        exit 1
    fi
    program=/opt/lordesk
    data=/usr/local/share
    bin=/usr/local/bin
else
    program=$HOME/.local/lib/lordesk
    data=${XDG_DATA_HOME:-$HOME/.local/share}
    bin=$HOME/.local/bin
fi
entry=$data/applications/$id.desktop
icons=$data/icons/hicolor

# A menu looks at the time of the folder to see that an icon came or went.
tell_the_menu() {
    [ -d "$icons" ] && touch "$icons"
    if [ -f "$icons/icon-theme.cache" ] && command -v gtk-update-icon-cache >/dev/null; then
        gtk-update-icon-cache -q -f -t "$icons" || true
    fi
    return 0
}

# In the entry's Exec key a path is quoted once for the command line and once more for the file.
quoted() {
    printf '%s' "$1" | sed -e 's/[\\"`$]/\\&/g' -e 's/%/%%/g' -e 's/\\/\\\\/g'
}

write_entry() {
    mkdir -p "$data/applications"
    while IFS= read -r line; do
        case $line in
            Exec=*) printf 'Exec="%s"\n' "$(quoted "$program/lordesk")" ;;
            *) printf '%s\n' "$line" ;;
        esac
    done <"$here/share/$id.desktop" >"$entry"
    chmod 644 "$entry"
}

# Takes a folder away if nothing is left in it, and then the one above it.
drop_empty() {
    folder=$1
    while [ "$folder" != "$HOME" ] && [ "$folder" != / ] && rmdir "$folder" 2>/dev/null; do
        folder=$(dirname "$folder")
    done
}

install_all() {
    mkdir -p "$(dirname "$program")" "$bin"
    rm -rf "$program.new" "$program.old"
    mkdir "$program.new"
    cp -R "$here/lordesk" "$here/_internal" "$program.new/"
    cp -R "$here/share" "$here/install.sh" "$program.new/"
    chmod -R u+rwX,go+rX "$program.new"
    [ -d "$program" ] && mv "$program" "$program.old"
    mv "$program.new" "$program"
    rm -rf "$program.old"

    (cd "$here/share/icons" && find . -type f) | while IFS= read -r icon; do
        mkdir -p "$icons/$(dirname "$icon")"
        cp "$here/share/icons/$icon" "$icons/$icon"
        chmod 644 "$icons/$icon"
    done
    write_entry
    ln -sfn "$program/lordesk" "$bin/lordesk"
    tell_the_menu
    echo "LoRDesk is installed: look for it in the menu, or run $bin/lordesk"
}

uninstall_all() {
    [ "$(readlink "$bin/lordesk" 2>/dev/null)" = "$program/lordesk" ] && rm -f "$bin/lordesk"
    rm -f "$entry"
    if [ -d "$icons" ]; then
        find "$icons" -name "$id.*" -path '*/apps/*' -type f | while IFS= read -r icon; do
            rm -f "$icon"
            drop_empty "$(dirname "$icon")"
        done
    fi
    tell_the_menu
    rm -rf "$program" "$program.new" "$program.old"
    drop_empty "$bin"
    drop_empty "$data/applications"
    drop_empty "$(dirname "$program")"
    echo "LoRDesk is no longer installed. Your letters are still there."
}

"${action}_all"
