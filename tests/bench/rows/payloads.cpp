// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/rows/rows.h"

#include "bench/heartbeat.h"
#include "bench/waiting.h"
#include "ui/editor/jsoneditor.h"

#include <QCryptographicHash>

namespace oxp::bench {
namespace {

constexpr int AfterMs = 300; ///< what a step leaves behind counts among its stalls
const QByteArray Queue = "payload", Tiny = "tiny";

QByteArray keyOf(const QByteArray &id) {
  return "bull:" + Queue + ':' + id;
}

QByteArray stored(Stage &stage, const QByteArray &id) {
  return stage.run({"HGET", keyOf(id), "data"}).bytes;
}

QString digestOf(const QByteArray &data) {
  return QString::number(data.size()) + u' ' +
         QString::fromLatin1(QCryptographicHash::hash(data, QCryptographicHash::Md5).toHex());
}

bool shows(JsonEditor *editor, qint64 least) {
  return editor && editor->byteCount() >= least && !editor->isBusy() && editor->scan() &&
         !editor->validity().checking && editor->validity().valid;
}

/// From one job's row to another's text, painted.
bool openJob(test::Person &person, const QByteArray &id, qint64 least) {
  JsonEditor *editor = person.editor();
  if (!person.chooseJob(id) || !until([&] { return shows(editor, least); }))
    return false;
  editor->viewport()->repaint();
  return true;
}

bool openTiny(test::Person &person) {
  return person.chooseJob(Tiny) && until([&] {
           JsonEditor *editor = person.editor();
           return editor && editor->byteCount() < 40 && shows(editor, 10);
         });
}

Result<test::Person *> windowOnPayloads(Stage &stage) {
  test::Person *person = stage.window();
  if (!person || !person->chooseRow({QStringLiteral("Bench"), QString::fromUtf8(Queue)}) ||
      !person->chooseState(QStringLiteral("waiting")) || !openTiny(*person))
    return fail(ErrorKind::Timeout, QStringLiteral("the window did not open the queue"));
  return person;
}

/// What a step costs the window: time until `step` says that it is done, and the longest stall.
template <typename Step>
Result<Sample> timed(const char *what, Step step) {
  const PeakMemory memory;
  Heartbeat heart;
  heart.restart();
  const bool done = step();
  Sample sample{heart.totalMs(), {}, {}};
  rest(AfterMs);
  if (!done)
    return fail(ErrorKind::Timeout, QString::fromLatin1(what));
  sample.more[QStringLiteral("stall ms")] = heart.longestMs();
  sample.more[QStringLiteral("MB")] = memory.megabytes();
  return sample;
}

Result<Sample> openInWindow(Stage &stage, const QByteArray &id, qint64 size) {
  test::Person *person = stage.window();
  if (!person || !openTiny(*person))
    return fail(ErrorKind::Timeout, QStringLiteral("the small job did not open"));
  Result<Sample> sample = timed("the job did not open", [&] { return openJob(*person, id, size); });
  if (sample)
    sample->answer = digestOf(stored(stage, id));
  return sample;
}

Row openRow(Stage &stage, double megabytes) {
  const QByteArray id = payloadId(megabytes);
  const qint64 size = stored(stage, id).size();
  const QString right = digestOf(stored(stage, id));
  Row row;
  row.title = QStringLiteral("open a job of ") + sizeText(megabytes);
  row.expected = right;
  row.rounds = stage.sizes().rounds;
  row.prepare = [&stage]() -> Result<void> {
    const auto window = windowOnPayloads(stage);
    return window ? Result<void>() : fail(window.error());
  };
  row.sides = {{QStringLiteral("Oxpecker, click to painted text"), Kind::Ours,
                [&stage, id, size] { return openInWindow(stage, id, size); }},
               boardSide(stage, QStringLiteral("bull-board, its server's answer alone"),
                         QStringLiteral("/api/queues/payload/") + QString::fromUtf8(id),
                         [right, size](const QByteArray &body) {
                           // it writes numbers in a spelling of its own, so 12.50 is one byte shorter
                           return body.size() > size * 9 / 10 ? right : QString::number(body.size());
                         }),
               limitSide(stage, QStringLiteral("bare hiredis, one HGET"),
                         {QStringLiteral("get"), QString::fromUtf8(keyOf(id)), QStringLiteral("data")}, 1,
                         right)};
  return row;
}

/// The ten digits after `"number":`.
QByteArray digitsIn(const QByteArray &data) {
  return data.mid(10, 10);
}

Result<Sample> saveInWindow(Stage &stage, const QByteArray &id) {
  test::Person *person = stage.window();
  const QByteArray before = stored(stage, id);
  if (!person || !openTiny(*person) || !openJob(*person, id, before.size()))
    return fail(ErrorKind::Timeout, QStringLiteral("the job did not open"));
  const QByteArray digits = QByteArray::number(digitsIn(before).toLongLong() + 1'111'111'111);
  if (!person->retype(QString::fromLatin1(digitsIn(before)), QString::fromLatin1(digits)) ||
      !until([&] { return shows(person->editor(), before.size()); }))
    return fail(ErrorKind::Timeout, QStringLiteral("the change was not typed"));
  rest(AfterMs);
  const auto said = [&] { return person->notices().join(u'\n').contains(u"Saved."); };
  if (said())
    return fail(ErrorKind::Invalid, QStringLiteral("it is said to be saved before it was"));
  Result<Sample> sample = timed("the change was not saved",
                                [&] { return person->key(Qt::Key_S, Qt::ControlModifier) && until(said); });
  if (!sample)
    return fail(ErrorKind::Timeout, QStringLiteral("the change was not saved; the window says: ") +
                                        person->notices().join(QStringLiteral(" | ")));
  QByteArray right = before;
  right.replace(digitsIn(before), digits);
  sample->answer = stored(stage, id) == right ? QStringLiteral("saved") : QStringLiteral("other bytes");
  return sample;
}

Result<Sample> saveByBoard(Stage &stage, const QByteArray &id) {
  Board *board = stage.board();
  if (!board)
    return fail(ErrorKind::Disconnected, QStringLiteral("bull-board did not start"));
  const QByteArray before = stored(stage, id);
  QByteArray after = before;
  after.replace(digitsIn(before), QByteArray::number(digitsIn(before).toLongLong() + 1'111'111'111));
  const Board::Answer said =
      board->patch(QStringLiteral("/api/queues/payload/%1/update-data").arg(QString::fromUtf8(id)),
                   R"({"jobData":)" + after + '}');
  const bool saved = said.status == 200 && digitsIn(stored(stage, id)) == digitsIn(after);
  const QByteArray restored = before; // the library wrote its own spelling of the numbers
  stage.run({"HSET", keyOf(id), "data", restored});
  return Sample{said.ms,
                saved ? QStringLiteral("saved") : QStringLiteral("HTTP %1").arg(said.status),
                {{QStringLiteral("MB"), residentMB(board->processId())}}};
}

Row saveRow(Stage &stage, double megabytes) {
  const QByteArray id = payloadId(megabytes);
  Row row;
  row.title = QStringLiteral("save ten changed bytes in ") + sizeText(megabytes);
  row.expected = QStringLiteral("saved");
  row.rounds = std::min(4, stage.sizes().rounds); // the ten digits have room for eight steps
  row.prepare = [&stage, id]() -> Result<void> {
    const QByteArray data = stored(stage, id);
    QByteArray first = data;
    first.replace(10, 10, "1000000000");
    stage.run({"HSET", keyOf(id), "data", first});
    const auto window = windowOnPayloads(stage);
    return window ? Result<void>() : fail(window.error());
  };
  row.sides = {{QStringLiteral("Oxpecker, Ctrl+S to “Saved”"), Kind::Ours,
                [&stage, id] { return saveInWindow(stage, id); }},
               {QStringLiteral("bull-board, body limit raised"), Kind::Peer,
                [&stage, id] { return saveByBoard(stage, id); }},
               limitSide(stage, QStringLiteral("bare hiredis, one HSET"),
                         {QStringLiteral("set"), QStringLiteral("bench:written"), QStringLiteral("data"),
                          QString::number(stored(stage, id).size())},
                         1, row.expected)};
  return row;
}

/// What else people do in an open text; only the stall counts.
Row handlingRow(Stage &stage, double megabytes) {
  const QByteArray id = payloadId(megabytes);
  const auto run = [&stage, id]() -> Result<Sample> {
    test::Person *person = stage.window();
    const QByteArray data = stored(stage, id);
    if (!person || !openTiny(*person) || !openJob(*person, id, data.size()))
      return fail(ErrorKind::Timeout, QStringLiteral("the job did not open"));
    person->editor()->setFocus();
    return timed("not all was done", [&] {
      return person->key(Qt::Key_End, Qt::ControlModifier) &&
             person->key(Qt::Key_Home, Qt::ControlModifier) &&
             until([&] { return shows(person->editor(), data.size()); }) && openTiny(*person);
    });
  };
  Row row;
  row.title = QStringLiteral("to the end and back in %1, another job").arg(sizeText(megabytes));
  row.rounds = std::min(3, stage.sizes().rounds);
  row.prepare = [&stage]() -> Result<void> {
    const auto window = windowOnPayloads(stage);
    return window ? Result<void>() : fail(window.error());
  };
  row.sides = {{QStringLiteral("Oxpecker"), Kind::Ours, run}};
  return row;
}

} // namespace

std::vector<Row> payloadRows(Stage &stage) {
  std::vector<Row> rows;
  for (const double megabytes : stage.sizes().megabytes)
    rows.push_back(openRow(stage, megabytes));
  for (const double megabytes : stage.sizes().megabytes)
    rows.push_back(saveRow(stage, megabytes));
  rows.push_back(handlingRow(stage, stage.sizes().megabytes.back()));
  return rows;
}

} // namespace oxp::bench
