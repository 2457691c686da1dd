#!/bin/sh
# Puts LoRDesk into the menu, or takes it out again. It changes nothing else, and your letters, which
# lie in a folder of their own, are never touched.
#
#   ./install.sh               for you alone; as root, for everybody on this computer
#   ./install.sh --user        for you alone, also as root
#   ./install.sh --system      for everybody (as root)
#   ./install.sh --uninstall   takes out what the same call without --uninstall put in
#
# Packagers: DESTDIR=FOLDER ./install.sh --system lays the files below FOLDER.
set -eu

id=org.lordesk.LoRDesk
here=$(cd "$(dirname "$0")" && pwd)
root=${DESTDIR:-}
scope=user
action=install
[ "$(id -u)" = 0 ] && scope=system

for word in "$@"; do
    case $word in
        --user) scope=user ;;
        --system) scope=system ;;
        --uninstall) action=uninstall ;;
        *)
            sed -n -e '/^set -eu/q' -e '2,$s/^# \{0,1\}//p' "$0"
            [ "$word" = --help ] && exit 0
            exit 2
            ;;
    esac
done

if [ "$scope" = system ]; then
    if [ "$(id -u)" != 0 ] && [ -z "$root" ]; then
        echo "Installing for everybody needs root:  sudo $0 $*" >&2
        exit 1
    fi
    program=/opt/lordesk
    data=/usr/local/share
    bin=/usr/local/bin
else
    root=
    program=$HOME/.local/lib/lordesk
    data=${XDG_DATA_HOME:-$HOME/.local/share}
    bin=$HOME/.local/bin
fi
entry=$root$data/applications/$id.desktop
icons=$root$data/icons/hicolor
made= # the folders that were not there before, one a line

make_folder() {
    new=
    folder=$1
    while [ ! -d "$folder" ]; do
        new="$folder
$new"
        folder=$(dirname "$folder")
    done
    made=$made$new
    mkdir -p "$1"
}

# A menu looks at the time of the folder to see that an icon came or went.
tell_the_menu() {
    [ -d "$icons" ] || return 0
    touch "$icons"
    if [ -f "$icons/icon-theme.cache" ] && command -v gtk-update-icon-cache >/dev/null; then
        gtk-update-icon-cache -q -f -t "$icons" || true
    fi
}

# In the entry's Exec key a path is quoted once for the command line and once more for the file.
quoted() {
    printf '%s' "$1" | sed -e 's/[\\"`$]/\\&/g' -e 's/%/%%/g' -e 's/\\/\\\\/g'
}

write_entry() {
    make_folder "$(dirname "$entry")"
    while IFS= read -r line; do
        case $line in
            Exec=*) printf 'Exec="%s"\n' "$(quoted "$program/lordesk")" ;;
            *) printf '%s\n' "$line" ;;
        esac
    done <"$here/share/$id.desktop" >"$entry"
    chmod 644 "$entry"
}

copy_icons() {
    while IFS= read -r icon; do
        make_folder "$icons/$(dirname "$icon")"
        cp "$here/share/icons/$icon" "$icons/$icon"
        chmod 644 "$icons/$icon"
    done <<LIST
$(cd "$here/share/icons" && find -- * -type f)
LIST
}

install_all() {
    place=$root$program
    make_folder "$(dirname "$place")"
    make_folder "$root$bin"
    rm -rf "$place.new" "$place.old"
    mkdir "$place.new"
    cp -R "$here/lordesk" "$here/_internal" "$here/share" "$here/install.sh" "$place.new/"
    chmod -R u+rwX,go+rX "$place.new"
    copy_icons
    write_entry
    {
        printf '%s' "$made"
        cat "$place/folders" 2>/dev/null || true
    } >"$place.new/folders"
    [ -d "$place" ] && mv "$place" "$place.old"
    mv "$place.new" "$place"
    rm -rf "$place.old"
    ln -sfn "$program/lordesk" "$root$bin/lordesk"
    tell_the_menu
    echo "LoRDesk is installed: look for it in the menu, or run $bin/lordesk"
}

uninstall_all() {
    place=$root$program
    folders=$(LC_ALL=C sort -r -u "$place/folders" 2>/dev/null || true)
    if [ "$(readlink "$root$bin/lordesk" 2>/dev/null)" = "$program/lordesk" ]; then
        rm -f "$root$bin/lordesk"
    fi
    rm -f "$entry"
    rm -f "$icons"/*/apps/"$id".*
    rm -rf "$place" "$place.new" "$place.old"
    tell_the_menu
    while IFS= read -r folder; do # the inner ones first
        rmdir "$folder" 2>/dev/null || true
    done <<LIST
$folders
LIST
    echo "LoRDesk is no longer installed. Your letters are still there."
}

"${action}_all"
