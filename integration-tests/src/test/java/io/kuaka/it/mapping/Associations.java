package io.kuaka.it.mapping;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.JoinColumnOrFormula;
import org.hibernate.annotations.JoinColumnsOrFormulas;
import org.hibernate.annotations.JoinFormula;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** References of all kinds, their foreign keys, and join tables. */
public final class Associations {
    private Associations() {}

    @Entity(name = "Team")
    static class Team {
        @Id
        long id;

        @Column(unique = true, length = 30)
        String name;

        @OneToMany(mappedBy = "team")
        List<Player> players;

        @OneToMany
        List<Player> guests;

        @OneToMany
        @JoinColumn(name = "bench_id")
        Set<Player> bench;

        @OneToMany
        @JoinTable(name = "team_honorary")
        Set<Player> honorary;
    }

    @Entity(name = "Player")
    static class Player {
        @Id
        long id;

        @ManyToOne(optional = false)
        @OnDelete(action = OnDeleteAction.CASCADE)
        Team team;

        @ManyToOne
        @JoinColumn(name = "former_team", foreignKey = @ForeignKey(name = "fk_player_former"))
        @OnDelete(action = OnDeleteAction.SET_NULL)
        Team former;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Team rival;

        @ManyToOne
        @NotFound(action = NotFoundAction.IGNORE)
        Team lost;

        @ManyToOne
        @JoinColumn(name = "team_name", referencedColumnName = "name")
        Team byName;

        @ManyToOne
        @JoinFormula("coalesce(former_team, rival_id)")
        Team computed;

        @ManyToOne
        @JoinColumnsOrFormulas(@JoinColumnOrFormula(column = @JoinColumn(name = "either_team")))
        Team either;

        @OneToOne
        Player partner;

        @ManyToOne
        Player captain;

        @ManyToOne
        @JoinTable(
                name = "player_coach",
                joinColumns = @JoinColumn(name = "trainee"),
                inverseJoinColumns = @JoinColumn(name = "coach"))
        Player coach;

        @ManyToMany
        @JoinTable(
                name = "player_skill",
                joinColumns = @JoinColumn(name = "player", foreignKey = @ForeignKey(name = "fk_skill_player")),
                inverseJoinColumns = @JoinColumn(name = "skill", foreignKey = @ForeignKey(name = "fk_skill_skill")),
                uniqueConstraints =
                        @UniqueConstraint(
                                name = "uq_player_skill",
                                columnNames = {"skill", "player"}),
                indexes = @Index(name = "ix_player_skill", columnList = "skill"))
        List<Skill> skills;

        @ManyToMany
        Set<Player> friends;

        @ElementCollection
        @CollectionTable(
                name = "player_aliases",
                joinColumns = @JoinColumn(name = "player"),
                foreignKey = @ForeignKey(name = "fk_alias_player"),
                indexes = @Index(name = "ix_alias", columnList = "alias"))
        @Column(name = "alias", length = 40, nullable = false)
        @OnDelete(action = OnDeleteAction.CASCADE)
        List<String> aliases;
    }

    @Entity(name = "Skill")
    static class Skill {
        @Id
        long id;

        @ManyToMany(mappedBy = "skills")
        Set<Player> players;
    }
}
