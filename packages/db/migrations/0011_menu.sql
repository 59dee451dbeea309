-- What stands above and below every page. One row: it is read with each page, and saved as a whole.

CREATE TABLE menu (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  items TEXT NOT NULL CHECK (json_valid(items)),
  version INTEGER NOT NULL CHECK (version > 0)
) STRICT;

INSERT INTO menu (id, items, version) VALUES (1, json('{
  "header": [
    {"label": "Artikelen", "path": "/artikelen/"},
    {"label": "Programma", "path": "/programma/"},
    {"label": "Over ons", "path": "/over-ons/"}
  ],
  "footer": [
    {"label": "Zoeken", "path": "/zoeken/"},
    {"label": "Vragen", "path": "/veelgestelde-vragen/"},
    {"label": "Contact", "path": "/contact/"},
    {"label": "Privacy", "path": "/privacy/"}
  ]
}'), 1);

CREATE TRIGGER forget_menu_changed AFTER UPDATE ON menu BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('site', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;
