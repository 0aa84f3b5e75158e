// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QWidget;

namespace oxp {

/// What became of a file: its name, and why it could not be written (empty = it was).
using FileSaved = std::function<void(const QString &file, const QString &problem)>;

/// Asks where to, and lets a worker write the bytes there as they are; an older file stays until the new one
/// is whole. `saved` is not called when nothing was chosen or `owner` has gone. GUI thread.
void saveToFile(QWidget *owner, const QString &title, const QString &suggestedName, const QByteArray &bytes,
                const FileSaved &saved);

/// What to tell of it: where the file is, or why it is not.
QString fileSavedWords(const QString &file, const QString &problem);

} // namespace oxp
