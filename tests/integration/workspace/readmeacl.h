// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QFile>

#include <vector>

namespace oxp::test {

/// The rights as README.md gives them to people who set up a Redis: its own text, so that it stays true.
class ReadmeAcl {
public:
  explicit ReadmeAcl(const QString &readme) {
    QFile file(readme);
    if (!file.open(QIODevice::ReadOnly))
      return;
    const QByteArray all = file.readAll();
    const qsizetype section = all.indexOf("\n## Rights in Redis\n");
    if (section < 0)
      return;
    const qsizetype end = all.indexOf("\n## ", section + 1);
    const QList<QByteArray> blocks = fenced(all.sliced(section, end < 0 ? -1 : end - section));
    if (blocks.size() != 2)
      return;
    m_viewer = words(blocks[0]);
    // "(and for Bull 4: +linsert +publish)" stands behind what BullMQ needs.
    QByteArray more = blocks[1];
    for (const char *aside : {"(and for Bull 4:", ")"})
      more.replace(aside, " ");
    m_more = words(more);
  }

  bool isThere() const { return m_viewer.size() > 20 && m_viewer.first() == "ACL" && m_more.size() > 10; }

  /// The command that makes the viewer.
  std::vector<QByteArray> viewer() const { return {m_viewer.begin(), m_viewer.end()}; }
  /// As the text says: the same with the right to write keys, and more commands.
  std::vector<QByteArray> editor() const {
    std::vector<QByteArray> command;
    for (const QByteArray &word : m_viewer)
      command.push_back(word == "%R~bull:*" ? QByteArray("~bull:*") : word);
    command.insert(command.end(), m_more.begin(), m_more.end());
    return command;
  }
  QByteArray user() const { return m_viewer.value(2); }
  /// The commands that a viewer gets, without their `+`.
  QByteArrayList commands() const {
    QByteArrayList all;
    for (const QByteArray &word : m_viewer)
      if (word.startsWith('+') && !all.contains(word.mid(1)))
        all << word.mid(1);
    return all;
  }

private:
  static QList<QByteArray> fenced(const QByteArray &text) {
    QList<QByteArray> blocks;
    qsizetype open = text.indexOf("\n```");
    while (open >= 0) {
      const qsizetype begin = text.indexOf('\n', open + 1), close = text.indexOf("\n```", begin);
      if (close < 0)
        break;
      blocks << text.sliced(begin, close - begin);
      open = text.indexOf("\n```", close + 4);
    }
    return blocks;
  }
  static QByteArrayList words(const QByteArray &text) { return text.simplified().split(' '); }

  QByteArrayList m_viewer, m_more;
};

} // namespace oxp::test
