// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemModel;
class QObject;

/// Made-up data for the gallery.
QAbstractItemModel *sampleTree(QObject *parent);
QAbstractItemModel *sampleJobs(QObject *parent);
QAbstractItemModel *sampleLatest(QObject *parent);
QAbstractItemModel *sampleChanges(QObject *parent);
QAbstractItemModel *sampleProfiles(QObject *parent);
