#include "ReviewAssets.h"

static const uint8_t page[] = {
#embed "page/page.mustache"
};
static const uint8_t stylesheet[] = {
#embed "page/page.css"
};
static const uint8_t icon[] = {
#embed "page/icon.svg"
};
static const uint8_t messages[] = {
#embed "page/messages.tsv"
};
static const uint8_t script_main[] = {
#embed "script/main.js"
};
static const uint8_t script_server[] = {
#embed "script/server.js"
};
static const uint8_t script_words[] = {
#embed "script/words.js"
};
static const uint8_t script_article[] = {
#embed "script/article.js"
};
static const uint8_t script_panel[] = {
#embed "script/panel.js"
};
static const uint8_t script_queue[] = {
#embed "script/queue.js"
};
static const uint8_t script_keys[] = {
#embed "script/keys.js"
};
static const uint8_t script_dialogs[] = {
#embed "script/dialogs.js"
};

#define ASSET(name, bytes) {name, bytes, sizeof bytes}

static const trich_asset assets[] = {
    ASSET("page.mustache", page),      ASSET("page.css", stylesheet),       ASSET("icon.svg", icon),
    ASSET("messages.tsv", messages),   ASSET("main.js", script_main),       ASSET("server.js", script_server),
    ASSET("words.js", script_words),   ASSET("article.js", script_article), ASSET("panel.js", script_panel),
    ASSET("queue.js", script_queue),   ASSET("keys.js", script_keys),       ASSET("dialogs.js", script_dialogs),
    {NULL, NULL, 0},
};

const trich_asset *trich_assets(void) { return assets; }
