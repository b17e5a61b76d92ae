package io.kuaka.autodetect.detector;

import io.kuaka.autodetect.question.DetectionStoppedException;
import io.kuaka.autodetect.question.Questioner;
import io.kuaka.autodetect.question.Questions;
import io.kuaka.operation.CopyLinks;
import java.util.List;

/**
 * Finds attributes that are removed while another attribute between the same two entities is new: a many-to-one that becomes
 * a many-to-many, a one-to-many that gets a {@code @JoinColumn}, a one-to-one whose other side owns it from now on.
 *
 * <p>If the user wants it, the links between rows are copied before they are dropped. Where they can't be copied, the user has
 * to agree that they are dropped.
 */
public final class CopiedLinks implements Detector {
    @Override
    public void detect(Detection detection) {
        LinkedPair.bySource(detection).forEach(pairs -> {
            List<LinkedPair> copied =
                    pairs.stream().filter(LinkedPair::canBeCopied).toList();
            copied.forEach(pair -> copy(detection, pair));
            if (copied.isEmpty()) {
                drop(detection.questioner(), pairs.get(0));
            }
            LinkingAttribute source = pairs.get(0).source();
            detection.lineage().settled(source.holder(), source.columns());
        });
    }

    /** Only what is read waits for the copy; what is written may take the name of something that is removed first. */
    private static void copy(Detection detection, LinkedPair pair) {
        String app = pair.source().app();
        if (detection
                .questioner()
                .linksCopied(app, pair.source().name(), pair.target().name())) {
            detection.propose(Proposal.of(
                            app,
                            new CopyLinks(pair.source().name(), pair.target().name()))
                    .providing(pair.source().copied())
                    .needing(pair.source().added())
                    .needing(pair.target().added()));
        }
    }

    private static void drop(Questioner questioner, LinkedPair pair) {
        String app = pair.source().app();
        String from = pair.source().name();
        String to = pair.target().nameFrom(app);
        if (!questioner.linksDropped(app, from, to)) {
            throw new DetectionStoppedException(
                    Questions.linksDropped(app, from, to).text());
        }
    }
}
