package org.tuivets.frontdesk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.LocalDateTime;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Table(
        indexes = @Index(name = "appointment_pet_idx", columnList = "pet_id, startsAt desc"),
        uniqueConstraints = @UniqueConstraint(name = "appointment_once", columnNames = {"pet_id", "startsAt"}))
public class Appointment {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(nullable = false)
    LocalDateTime startsAt;

    @ManyToOne(optional = false)
    Pet pet;

    String reason;

    @ColumnDefault("'booked'")
    @Column(nullable = false, length = 20)
    String status;
}
