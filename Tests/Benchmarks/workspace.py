"""Changes the editor's workspace from outside, as no person would: many shots, other sizes."""

import glob
import hashlib
import json
import sqlite3

# What the takes of a project that was worked on for a year are made of.
STEPS = [
    ("image", "image-generation"),
    ("video", "video-synthesis"),
    ("post", "post-processing"),
]
SUBJECTS = "harbour rocket forest canyon bridge market garden tower river desert".split()
KINDS = [("image", "jpg"), ("video", "mp4"), ("image", "png"), ("sound", "wav")]


def exists(home):
    return bool(files(home))


def files(home):
    return glob.glob(f"{home}/**/kinema.db", recursive=True, include_hidden=True)


def copy_shots(home, count):
    """Copies the first shot until there are as many."""
    database = sqlite3.connect(files(home)[0])
    have = database.execute("SELECT count(*) FROM shot").fetchone()[0]
    columns, row = first(database, "shot")
    for number in range(have, count):
        row.update(id=f"{row['id'][:-4]}{number:04x}", position=number, name=f"shot {number}")
        insert(database, "shot", columns, row)
    database.commit()


def fill_library(home, count):
    """Adds media, of which there is only what the library knows, until there are as many."""
    database = sqlite3.connect(files(home)[0])
    have = database.execute("SELECT count(*) FROM asset").fetchone()[0]
    rows = []
    for number in range(have, count):
        kind, ending = KINDS[number % len(KINDS)]
        subject = SUBJECTS[number * 7 % len(SUBJECTS)]
        name = f"{subject} {SUBJECTS[number * 3 % len(SUBJECTS)]} {number:06}.{ending}"
        size = (0, 0) if kind == "sound" else (1280, 720)
        digest = hashlib.sha256(name.encode()).hexdigest()
        rows.append((digest, kind, name, ending, 1000 + number * 37 % 100_000, *size))
    database.executemany(
        "INSERT INTO asset (id, kind, name, extension, byte_count, width, height)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    database.commit()


def fill_takes(home, count):
    """Adds takes that are done, as many to each shot, until there are as many."""
    database = sqlite3.connect(files(home)[0])
    have = database.execute("SELECT count(*) FROM take").fetchone()[0]
    shots = database.execute("SELECT id, project, draft FROM shot ORDER BY position").fetchall()
    films = database.execute("SELECT id FROM asset WHERE kind = 'video'").fetchall()
    pictures = database.execute("SELECT id FROM asset WHERE kind = 'image'").fetchall()
    each = count // len(shots)
    for number in range(have, each * len(shots)):
        shot, project, draft = shots[number // each]
        take = f"01970000-0000-7000-9000-{number:012x}"
        at = 1_750_000_000_000 + number * 1000
        take_row = (take, project, shot, number % each + 1, draft, at)
        media = (films[number % len(films)][0], *(pictures[number * 2 % len(pictures)]) * 2)
        marks = ",".join("?" * 9)
        database.execute(
            "INSERT INTO take (id, project, shot, number, draft, created_at, film, picture,"
            f" thumbnail) VALUES ({marks})",
            take_row + media,
        )
        for position, (kind, queue) in enumerate(STEPS):
            job = f"01970000-0000-7000-a{position:03x}-{number:012x}"
            database.execute(
                "INSERT INTO job (id, queue, lane, kind, payload, batch, state, priority, rank,"
                " attempt, max_attempts, run_at, progress, created_at, started_at, finished_at)"
                " VALUES (?, ?, ?, ?, ?, ?, 'completed', 0, ?, 1, 3, ?, 1, ?, ?, ?)",
                (job, queue, queue, f"take.{kind}", json.dumps({"take": take}), take)
                + (number * 3 + position, at, at, at, at + 2500),
            )
            step = (take, position, kind, job)
            database.execute("INSERT INTO take_step VALUES (?, ?, ?, ?)", step)
    database.execute(
        "INSERT INTO take_counter SELECT shot, max(number) FROM take WHERE true GROUP BY shot"
        " ON CONFLICT (shot) DO UPDATE SET number = excluded.number"
    )
    database.execute(
        "UPDATE shot SET selected_take ="
        " (SELECT id FROM take WHERE take.shot = shot.id ORDER BY number LIMIT 1)"
    )
    database.commit()


def first(database, table):
    columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
    row = database.execute(f"SELECT * FROM {table} LIMIT 1").fetchone()
    return columns, dict(zip(columns, row))


def insert(database, table, columns, row):
    marks = ",".join("?" * len(columns))
    values = [row[name] for name in columns]
    database.execute(f"INSERT INTO {table} ({','.join(columns)}) VALUES ({marks})", values)


def set_short_side(home, pixels):
    database = sqlite3.connect(files(home)[0])
    for key, text in database.execute("SELECT rowid, draft FROM shot").fetchall():
        draft = json.dumps(json.loads(text) | {"shortSide": pixels})
        database.execute("UPDATE shot SET draft = ? WHERE rowid = ?", (draft, key))
    database.commit()
